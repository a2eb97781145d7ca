// name: statements_to_embed
// summary: Statements that cannot be found by their meaning yet, in the order of their ids.
// param articles: strings = null -- only those of these articles
// param after: string = null -- id of the last one that was seen
// param limit: integer(1..5000) -- at most this many rows
// returns: id, text

CALL () {
    UNWIND $articles AS id
    MATCH (:Article {id: id})<-[:FROM]-(statement:Statement)
    RETURN statement
  UNION
    MATCH (statement:Statement)
    WHERE $articles IS NULL AND statement.id > coalesce($after, '')
    RETURN statement
}
WITH statement
WHERE statement.id > coalesce($after, '') AND NOT EXISTS { (:Embedding {id: statement.id}) }
RETURN statement.id AS id, statement.text AS text ORDER BY id LIMIT $limit
