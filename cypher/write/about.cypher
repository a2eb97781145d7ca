// name: about
// summary: Link statements with whom and what they are about.
// param about: rows -- statement, entity, rank, stance
// returns: nothing

UNWIND $about AS row
MATCH (statement:Statement {id: row.statement})
MATCH (entity:Entity {id: row.entity})
CREATE (statement)-[:ABOUT {rank: row.rank, stance: row.stance}]->(entity)
