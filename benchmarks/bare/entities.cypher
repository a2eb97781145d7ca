UNWIND $entities AS row
MERGE (entity:Entity {id: row.id})
SET entity:$(row.type),
    entity.name = row.name,
    entity.aliases = row.names,
    entity.search_names = row.search_names,
    entity.wikidata = row.wikidata,
    entity.description = row.description,
    entity.known = row.known
