// name: no_orphan_entities
// summary: Every entity is mentioned in an article, publishes one, or has to do with a statement.
// returns: id

MATCH (entity:Entity)
WHERE NOT EXISTS { (entity)-[:MENTIONED_IN|PUBLISHED_BY|SAID|ABOUT|ADDRESSED_TO|REPORTED_BY]-() }
RETURN entity.id AS id ORDER BY id
