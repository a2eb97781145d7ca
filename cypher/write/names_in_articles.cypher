// name: names_in_articles
// summary: What articles call those of some entities that the knowledge base does not know.
// param ids: strings -- ids in order
// returns: id, principal, names

UNWIND $ids AS id
MATCH (entity:Entity {id: id} WHERE NOT entity.known)-[:SAME_AS|SPLIT_INTO*0..20]->(holder:Entity)
WITH DISTINCT id, holder
MATCH (holder)-[link:MENTIONED_IN|PUBLISHED_BY|FOLDED]-(:Article)
WHERE coalesce(link.found, holder.id) = id
UNWIND link.names AS name
RETURN id, max(link.name) AS principal, collect(DISTINCT name) AS names
