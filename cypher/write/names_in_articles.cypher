// name: names_in_articles
// summary: What articles call those of some entities that the knowledge base does not know.
// param ids: strings -- ids in order
// returns: id, principal, names

UNWIND $ids AS id
MATCH (entity:Entity {id: id} WHERE NOT entity.known)-[link:MENTIONED_IN|PUBLISHED_BY]-(:Article)
UNWIND link.names AS name
RETURN id, max(link.name) AS principal, collect(DISTINCT name) AS names
