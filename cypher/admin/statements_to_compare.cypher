// name: statements_to_compare
// summary: Statements of which it is not known yet what they restate, in the order of their ids.
// param limit: integer(1..5000) -- at most this many rows
// returns: id

MATCH (embedding:Uncompared)
MATCH (statement:Statement {id: embedding.id})
RETURN statement.id AS id ORDER BY id LIMIT $limit
