// name: said
// summary: Link statements with who said them.
// param said: rows -- source, statement
// returns: nothing

UNWIND $said AS row
MATCH (source:Entity|AnonymousSource {id: row.source})
MATCH (statement:Statement {id: row.statement})
CREATE (source)-[:SAID]->(statement)
