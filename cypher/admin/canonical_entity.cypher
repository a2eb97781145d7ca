// name: canonical_entity
// summary: The id of the entity that an id stands for now.
// param id: string -- id of an entity, which may be merged into another one
// returns: id

MATCH (:Entity {id: $id})-[:SAME_AS*0..20]->(entity:Entity&!Merged)
RETURN entity.id AS id
