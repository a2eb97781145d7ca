// name: restate
// summary: Link statements of one speaker in the same words with the earliest of them.
// param keys: strings -- of the statements, which they have in common
// returns: nothing

UNWIND $keys AS key
MATCH (statement:Statement {quote_key: key})-[:FROM]->(article:Article)
WITH key, statement, article
ORDER BY article.published_at IS NULL, article.published_at, article.id, statement.start, statement.id
WITH key, collect(statement) AS same
CALL (same) {
    UNWIND same AS statement
    MATCH (statement)-[link:RESTATES {how: 'same words'}]->(:Statement)
    DELETE link
}
WITH head(same) AS first, tail(same) AS others
UNWIND others AS other
CREATE (other)-[:RESTATES {how: 'same words', score: 1.0}]->(first)
