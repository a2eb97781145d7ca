UNWIND $within AS row
MATCH (statement:Statement {id: row.statement})
MATCH (parent:Statement {id: row.parent})
MERGE (statement)-[:WITHIN]->(parent)
