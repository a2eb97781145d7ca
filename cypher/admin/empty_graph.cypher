// name: empty_graph
// summary: Take out all that articles and judgements say; the schema stays.
// returns: nothing

MATCH (node:Entity|Article|Statement|Dismissed|Relation|AnonymousSource|Judgement|Embedding)
CALL (node) {
    DETACH DELETE node
} IN TRANSACTIONS OF 1000 ROWS
