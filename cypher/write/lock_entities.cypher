// name: lock_entities
// summary: Keep entities to this transaction, in the order of their ids, so that two writers never wait for each other.
// param ids: strings -- ids in order
// returns: nothing

UNWIND $ids AS id
MATCH (entity:Entity {id: id})
SET entity.id = id
