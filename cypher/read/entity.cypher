// name: entity
// summary: One entity, with how much is known of it.
// param entity: entity -- which one
// returns: id, name, type, aliases, wikidata, description, known, statements, statements_about, articles, first_seen, last_seen, merged
// example entity: country:ukraine

MATCH (entity:Entity&!Merged {id: $entity})
OPTIONAL MATCH (entity)-[:MENTIONED_IN]->(article:Article)
WITH entity,
     count(article) AS articles,
     toString(min(article.published_at)) AS first_seen,
     toString(max(article.published_at)) AS last_seen
RETURN entity.id AS id,
       entity.name AS name,
       [label IN labels(entity) WHERE label <> 'Entity'][0] AS type,
       COLLECT {
         MATCH (entity)<-[:SAME_AS*0..20]-(named)
         UNWIND named.aliases AS name
         RETURN DISTINCT name ORDER BY name
       } AS aliases,
       entity.wikidata AS wikidata,
       entity.description AS description,
       entity.known AS known,
       COUNT { (entity)-[:SAID]->() } AS statements,
       COUNT { (entity)<-[:ABOUT]-() } AS statements_about,
       articles, first_seen, last_seen,
       COLLECT { MATCH (entity)<-[:SAME_AS*1..20]-(other) RETURN other.id ORDER BY other.id } AS merged
