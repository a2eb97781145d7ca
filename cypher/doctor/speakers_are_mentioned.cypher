// name: speakers_are_mentioned
// summary: Who speaks, is spoken of or spoken to in an article is mentioned in it, unless somebody judged so.
// returns: id

MATCH (entity:Entity)-[link:SAID|ABOUT|ADDRESSED_TO|REPORTED_BY]-(statement:Statement)-[:FROM]->(article:Article)
WHERE link.judgement IS NULL
WITH DISTINCT entity, article
WHERE NOT EXISTS { (entity)-[:MENTIONED_IN]->(article) }
RETURN entity.id + ' ' + article.id AS id ORDER BY id
