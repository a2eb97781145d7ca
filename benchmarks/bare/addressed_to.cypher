UNWIND $addressed_to AS row
MATCH (statement:Statement {id: row.statement})
MATCH (source:Entity|AnonymousSource {id: row.source})
MERGE (statement)-[link:ADDRESSED_TO]->(source)
SET link.order = row.order
