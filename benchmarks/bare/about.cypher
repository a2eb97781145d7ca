UNWIND $about AS row
MATCH (statement:Statement {id: row.statement})
MATCH (entity:Entity {id: row.entity})
MERGE (statement)-[link:ABOUT]->(entity)
SET link.rank = row.rank, link.stance = row.stance
