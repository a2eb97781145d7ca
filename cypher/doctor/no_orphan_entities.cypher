// name: no_orphan_entities
// summary: Every entity is mentioned in an article, publishes one, has to do with a statement or a relation, or was judged about.
// returns: id

MATCH (entity:Entity)
WHERE NOT EXISTS { (entity)-[:MENTIONED_IN|PUBLISHED_BY|SAID|ABOUT|ADDRESSED_TO|REPORTED_BY|SUBJECT_OF|HAS_OBJECT|FOLDED|CORRECTED]-() }
  AND NOT EXISTS { (entity)-[:SAME_AS|SPLIT_INTO]-() }
RETURN entity.id AS id ORDER BY id
