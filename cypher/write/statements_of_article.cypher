// name: statements_of_article
// summary: An article's statements, also those that were dismissed, with what tells whether one was corrected.
// param article: string -- id of the article
// returns: id, text, spans, quote_key, judgements, text_sha256

MATCH (article:Article {id: $article})<-[:FROM]-(statement:Statement|Dismissed)
RETURN statement.id AS id,
       statement.text AS text,
       statement.spans AS spans,
       statement.quote_key AS quote_key,
       coalesce(statement.judgements, []) AS judgements,
       article.text_sha256 AS text_sha256
ORDER BY id
