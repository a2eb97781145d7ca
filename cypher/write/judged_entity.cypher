// name: judged_entity
// summary: The canonical entity of an id, with all that a judgement keeps of it.
// param id: string -- id of an entity
// returns: id, type, name, aliases, search_names, wikidata, description, known, members

MATCH (:Entity {id: $id})-[:SAME_AS*0..20]->(entity:Entity&!Merged)
RETURN entity.id AS id,
       [label IN labels(entity) WHERE label <> 'Entity'][0] AS type,
       entity.name AS name,
       entity.aliases AS aliases,
       entity.search_names AS search_names,
       entity.wikidata AS wikidata,
       entity.description AS description,
       entity.known AS known,
       COLLECT { MATCH (member:Entity)-[:SAME_AS*0..20]->(entity) RETURN member.id ORDER BY member.id } AS members
