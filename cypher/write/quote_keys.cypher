// name: quote_keys
// summary: What an article's statements have in common with the same words elsewhere.
// param article: string -- id of the article
// returns: key

MATCH (:Article {id: $article})<-[:FROM]-(statement:Statement)
WHERE statement.quote_key IS NOT NULL
RETURN DISTINCT statement.quote_key AS key ORDER BY key
