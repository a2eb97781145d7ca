// name: restore_links
// summary: Make relationships as they were; whoever calls it knows all their types.
// param rows: rows -- from, type, to, properties
// returns: made

UNWIND $rows AS row
MATCH (from:Entity|Article|Statement|Dismissed|Relation|AnonymousSource {id: row.from})
MATCH (to:Entity|Article|Statement|Dismissed|Relation|AnonymousSource {id: row.to})
CREATE (from)-[link:$(row.type)]->(to)
SET link = row.properties
RETURN count(link) AS made
