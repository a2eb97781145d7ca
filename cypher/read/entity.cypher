// name: entity
// summary: One entity, with how much is known of it.
// param entity: entity -- which one
// returns: id, name, type, aliases, wikidata, description, known, statements, statements_about, articles, first_seen, last_seen
// example entity: country:ukraine

MATCH (entity:Entity {id: $entity})
OPTIONAL MATCH (entity)-[:MENTIONED_IN]->(article:Article)
WITH entity,
     count(article) AS articles,
     toString(min(article.published_at)) AS first_seen,
     toString(max(article.published_at)) AS last_seen
RETURN entity.id AS id,
       entity.name AS name,
       [label IN labels(entity) WHERE label <> 'Entity'][0] AS type,
       entity.aliases AS aliases,
       entity.wikidata AS wikidata,
       entity.description AS description,
       entity.known AS known,
       COUNT { (entity)-[:SAID]->() } AS statements,
       COUNT { (entity)<-[:ABOUT]-() } AS statements_about,
       articles, first_seen, last_seen
