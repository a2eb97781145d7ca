// name: entities_to_compare
// summary: Every entity with its names, for finding those that may be one.
// returns: id, name, type, aliases, known, articles

MATCH (entity:Entity&!Merged)
RETURN entity.id AS id,
       entity.name AS name,
       [label IN labels(entity) WHERE label <> 'Entity'][0] AS type,
       COLLECT {
         MATCH (entity)<-[:SAME_AS*0..20]-(named)
         UNWIND named.aliases AS alias
         RETURN DISTINCT alias ORDER BY alias
       } AS aliases,
       entity.known AS known,
       COUNT { (entity)-[:MENTIONED_IN]->() } AS articles
ORDER BY id
