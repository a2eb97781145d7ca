// name: text_of_articles
// summary: Every article's text, with the statements and the mentions in it, for what is checked letter by letter.
// returns: article, url, outlet, published_at, text, characters, text_sha256, content_key, sort_key, statements, relations, mentions, anonymous

MATCH (article:Article)
WHERE article.id IS NOT NULL AND article.text IS NOT NULL
RETURN article.id AS article,
       article.url AS url,
       article.outlet AS outlet,
       article.published_at AS published_at,
       article.text AS text,
       article.characters AS characters,
       article.text_sha256 AS text_sha256,
       article.content_key AS content_key,
       article.sort_key AS sort_key,
       COLLECT { MATCH (article)<-[:FROM]-(statement:Statement WHERE statement.id IS NOT NULL) RETURN statement {.*} } AS statements,
       COLLECT { MATCH (article)<-[:FROM]-(relation:Relation WHERE relation.id IS NOT NULL) RETURN relation {.*} } AS relations,
       COLLECT {
         MATCH (article)<-[link:MENTIONED_IN]-(entity:Entity WHERE entity.id IS NOT NULL)
         RETURN {id: entity.id, spans: link.spans, texts: link.texts}
       } AS mentions,
       COLLECT {
         MATCH (article)<-[:FROM]-(:Statement)-[:SAID|ADDRESSED_TO|REPORTED_BY]-(source:AnonymousSource WHERE source.id IS NOT NULL)
         RETURN DISTINCT source {.id, .text}
       } AS anonymous
