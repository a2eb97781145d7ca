// name: reported_by
// summary: Link statements with those who relayed them.
// param reported_by: rows -- statement, source, order
// returns: nothing

UNWIND $reported_by AS row
MATCH (statement:Statement {id: row.statement})
MATCH (source:Entity|AnonymousSource {id: row.source})
CREATE (statement)-[:REPORTED_BY {order: row.order}]->(source)
