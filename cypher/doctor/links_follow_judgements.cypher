// name: links_follow_judgements
// summary: No statement, article or outlet is linked with an entity that was merged; who was found as another says so.
// returns: id

CALL () {
    MATCH (entity:Merged)-[link:SAID|MENTIONED_IN|ABOUT|ADDRESSED_TO|REPORTED_BY|PUBLISHED_BY|SUBJECT_OF|HAS_OBJECT]-()
    RETURN DISTINCT entity.id AS id
  UNION
    MATCH (entity:Entity)-[link:SAID|MENTIONED_IN|ABOUT|ADDRESSED_TO|REPORTED_BY|PUBLISHED_BY|SUBJECT_OF|HAS_OBJECT]-()
    WHERE link.found IS NOT NULL
      AND NOT EXISTS { (:Entity {id: link.found})-[:SAME_AS|SPLIT_INTO*1..20]->(entity) }
    RETURN DISTINCT entity.id AS id
}
RETURN id ORDER BY id
