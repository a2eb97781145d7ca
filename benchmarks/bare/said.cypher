UNWIND $said AS row
MATCH (source:Entity|AnonymousSource {id: row.source})
MATCH (statement:Statement {id: row.statement})
MERGE (source)-[:SAID]->(statement)
