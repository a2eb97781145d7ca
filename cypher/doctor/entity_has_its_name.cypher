// name: entity_has_its_name
// summary: Every entity has a name, which is among its aliases, and the knowledge base's word whether it is known.
// returns: id

MATCH (entity:Entity)
WHERE coalesce(entity.name, '') = ''
   OR NOT coalesce(entity.name IN entity.aliases, false)
   OR entity.known IS NULL
RETURN entity.id AS id ORDER BY id
