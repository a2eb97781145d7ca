// name: ping
// summary: Nothing, to see that Neo4j answers.
// returns: alive

RETURN true AS alive
