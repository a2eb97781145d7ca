// name: judged_together
// summary: All entities that judgements link with some, around however many corners.
// param ids: strings -- ids of entities
// returns: id

UNWIND $ids AS id
MATCH (:Entity {id: id})-[:SAME_AS|SPLIT_INTO*0..40]-(entity:Entity)
RETURN DISTINCT entity.id AS id ORDER BY id
