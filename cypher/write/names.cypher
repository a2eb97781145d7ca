// name: names
// summary: Write the names of entities anew.
// param entities: rows -- id, name, names, search_names
// returns: nothing

UNWIND $entities AS row
MATCH (entity:Entity {id: row.id})
SET entity.name = row.name, entity.aliases = row.names, entity.search_names = row.search_names
