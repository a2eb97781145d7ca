// name: touched_entities
// summary: The entities an article's older version has to do with, as they were found and as they were judged to be.
// param id: string -- id of the article
// returns: ids

MATCH (article:Article {id: $id})
RETURN COLLECT {
  MATCH (article)-[link:MENTIONED_IN|PUBLISHED_BY|FOLDED]-(entity:Entity)
  UNWIND [entity.id, coalesce(link.found, entity.id)] AS id
  RETURN id
  UNION
  MATCH (article)<-[:FROM]-(:Statement|Dismissed)-[link:SAID|ABOUT|ADDRESSED_TO|REPORTED_BY|FOLDED|CORRECTED]-(entity:Entity)
  UNWIND [entity.id, coalesce(link.found, entity.id)] AS id
  RETURN id
  UNION
  MATCH (article)<-[:FROM]-(:Relation)-[link:SUBJECT_OF|HAS_OBJECT]-(entity:Entity)
  UNWIND [entity.id, coalesce(link.found, entity.id)] AS id
  RETURN id
} AS ids
