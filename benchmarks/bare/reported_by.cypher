UNWIND $reported_by AS row
MATCH (statement:Statement {id: row.statement})
MATCH (source:Entity|AnonymousSource {id: row.source})
MERGE (statement)-[link:REPORTED_BY]->(source)
SET link.order = row.order
