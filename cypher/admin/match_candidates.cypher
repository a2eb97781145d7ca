// name: match_candidates
// summary: Entities with a word like one of a name's, with what tells them apart.
// param name: name -- a name, whatever its case and accents
// param together: strings -- ids of entities; how often an entity is mentioned with them
// param limit: integer -- at most this many rows
// returns: id, name, type, aliases, wikidata, description, known, statements, articles, together

WITH [word IN split($name, ' ') WHERE size(word) > 1 AND word =~ '(?U)\\w+' | word + '* OR ' + word + '~'] AS words
WHERE size(words) > 0
WITH reduce(some = head(words), word IN tail(words) | some + ' OR ' + word) AS some
CALL db.index.fulltext.queryNodes('entity_names', some, {limit: 200}) YIELD node AS named, score
MATCH (named)-[:SAME_AS*0..20]->(entity:Entity&!Merged)
WITH entity, max(score) AS score, collect(named) AS named
ORDER BY score DESC, entity.id
LIMIT $limit
RETURN entity.id AS id,
       entity.name AS name,
       [label IN labels(entity) WHERE label <> 'Entity'][0] AS type,
       COLLECT { UNWIND [entity] + named AS each UNWIND each.aliases AS alias RETURN DISTINCT alias ORDER BY alias } AS aliases,
       entity.wikidata AS wikidata,
       entity.description AS description,
       entity.known AS known,
       COUNT { (entity)-[:SAID]->() } AS statements,
       COUNT { (entity)-[:MENTIONED_IN]->() } AS articles,
       COLLECT {
         UNWIND $together AS id
         MATCH (entity)-[:MENTIONED_IN]->(article:Article)<-[:MENTIONED_IN]-(other:Entity {id: id})
         WITH other.name AS name, count(DISTINCT article) AS shared
         RETURN {name: name, articles: shared} ORDER BY name
       } AS together
