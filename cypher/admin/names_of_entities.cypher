// name: names_of_entities
// summary: Every entity with its names, for what is checked letter by letter.
// returns: id, name, aliases, search_names, known, type, merged

MATCH (entity:Entity)
WHERE entity.id IS NOT NULL
RETURN entity.id AS id,
       entity.name AS name,
       entity.aliases AS aliases,
       entity.search_names AS search_names,
       entity.known AS known,
       [label IN labels(entity) WHERE label <> 'Entity'][0] AS type,
       entity:Merged AS merged
