// returns: text_sha256, extractor, url, title, outlet, published_at, language, copies, corrections
RETURN article.text_sha256 AS text_sha256,
       article.extractor AS extractor,
       article.url AS url,
       article.title AS title,
       article.outlet AS outlet,
       article.published_at AS published_at,
       article.language AS language,
       COLLECT {
         MATCH (other:Article {text_sha256: $text_sha256})
         WHERE other.id <> $id
         RETURN {id: other.id, outlet: other.outlet} ORDER BY other.id
       } AS copies,
       COUNT { (:Judgement {corrects: $id}) } AS corrections
