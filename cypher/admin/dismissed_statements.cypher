// name: dismissed_statements
// summary: What was judged not to be a statement in an article.
// param article: string -- id of the article
// returns: id, spans, judgements

MATCH (:Article {id: $article})<-[:FROM]-(statement:Dismissed)
RETURN statement.id AS id,
       [at IN range(0, size(statement.spans) - 2, 2) | statement.spans[at..at + 2]] AS spans,
       statement.judgements AS judgements
ORDER BY statement.sort_key
