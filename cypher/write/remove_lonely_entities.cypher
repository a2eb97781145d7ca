// name: remove_lonely_entities
// summary: Remove those of some entities that no article has to do with any more; whom that may leave lonely.
// param ids: strings -- ids in order
// returns: id

UNWIND $ids AS id
MATCH (entity:Entity {id: id})
WHERE NOT EXISTS { (entity)-[:MENTIONED_IN|PUBLISHED_BY|SAID|ABOUT|ADDRESSED_TO|REPORTED_BY|SUBJECT_OF|HAS_OBJECT|FOLDED|CORRECTED]-() }
  AND NOT EXISTS { (entity)<-[:SAME_AS|SPLIT_INTO]-() }
  AND NOT EXISTS {
        MATCH (entity)-[:SAME_AS|SPLIT_INTO*1..20]->(:Entity)-[link:MENTIONED_IN|PUBLISHED_BY|SUBJECT_OF|HAS_OBJECT]-()
        WHERE link.found = id
      }
WITH entity, COLLECT { MATCH (entity)-[:SAME_AS|SPLIT_INTO]->(next) RETURN next.id } AS following
DETACH DELETE entity
WITH following
UNWIND following AS next
RETURN DISTINCT next AS id ORDER BY id
