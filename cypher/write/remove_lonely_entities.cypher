// name: remove_lonely_entities
// summary: Remove those of some entities that no article has to do with any more.
// param ids: strings -- ids in order
// returns: nothing

UNWIND $ids AS id
MATCH (entity:Entity {id: id})
WHERE NOT (entity)--()
DELETE entity
