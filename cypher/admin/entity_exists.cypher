// name: entity_exists
// summary: Whether an entity has an id.
// param id: string -- the id
// returns: found

RETURN EXISTS { (:Entity {id: $id}) } AS found
