// name: no_orphan_anonymous_sources
// summary: Every anonymous source has its words and has to do with statements of exactly one article.
// returns: id

MATCH (source:AnonymousSource)
OPTIONAL MATCH (source)-[:SAID|ADDRESSED_TO|REPORTED_BY|CORRECTED]-(:Statement|Dismissed)-[:FROM]->(article:Article)
WITH source, count(DISTINCT article) AS articles
WHERE articles <> 1 OR coalesce(source.text, '') = '' OR source.kind IS NULL
RETURN source.id AS id ORDER BY id
