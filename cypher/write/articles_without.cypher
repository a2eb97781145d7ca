// name: articles_without
// summary: Those of some articles that an entity has nothing to do with.
// param entity: string -- id of the entity
// param articles: strings -- ids of the articles
// returns: id

UNWIND $articles AS id
OPTIONAL MATCH (article:Article {id: id})
WITH id, article
WHERE article IS NULL OR NOT EXISTS { (:Entity {id: $entity})-[:MENTIONED_IN|PUBLISHED_BY]-(article) }
RETURN id ORDER BY id
