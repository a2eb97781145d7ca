// name: addressed_to
// summary: Link statements with those they were said to.
// param addressed_to: rows -- statement, source, order
// returns: nothing

UNWIND $addressed_to AS row
MATCH (statement:Statement {id: row.statement})
MATCH (source:Entity|AnonymousSource {id: row.source})
CREATE (statement)-[:ADDRESSED_TO {order: row.order}]->(source)
