// name: within
// summary: Link statements with the statement they stand in.
// param within: rows -- statement, parent
// returns: nothing

UNWIND $within AS row
MATCH (statement:Statement {id: row.statement})
MATCH (parent:Statement {id: row.parent})
CREATE (statement)-[:WITHIN]->(parent)
