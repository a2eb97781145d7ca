// name: touched_entities
// summary: The entities an article's older version has to do with.
// param id: string -- id of the article
// returns: ids

MATCH (article:Article {id: $id})
RETURN COLLECT {
  MATCH (article)-[:MENTIONED_IN|PUBLISHED_BY]-(entity:Entity) RETURN entity.id
  UNION
  MATCH (article)<-[:FROM]-(:Statement)-[:SAID|ABOUT|ADDRESSED_TO|REPORTED_BY]-(entity:Entity) RETURN entity.id
} AS ids
