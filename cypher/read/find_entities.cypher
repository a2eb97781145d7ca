// name: find_entities
// summary: The entities that bear a name or an alias, the one that says most first.
// param name: name -- the whole name or alias, whatever its case and accents
// param limit: integer(1..500) = 50 -- at most this many rows
// returns: id, name, type, wikidata, description, known, statements, articles
// example name: Berezna

CALL db.index.fulltext.queryNodes('entity_names', '"' + replace(replace($name, '\\', ' '), '"', ' ') + '"')
YIELD node AS named
WHERE $name IN named.search_names
MATCH (named)-[:SAME_AS*0..20]->(entity:Entity&!Merged)
WITH DISTINCT entity
WITH entity,
     COUNT { (entity)-[:SAID]->() } AS statements,
     COUNT { (entity)-[:MENTIONED_IN]->() } AS articles
ORDER BY statements DESC, articles DESC, entity.id
LIMIT $limit
RETURN entity.id AS id,
       entity.name AS name,
       [label IN labels(entity) WHERE label <> 'Entity'][0] AS type,
       entity.wikidata AS wikidata,
       entity.description AS description,
       entity.known AS known,
       statements, articles
