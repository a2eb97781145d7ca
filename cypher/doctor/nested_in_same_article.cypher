// name: nested_in_same_article
// summary: A nested statement stands in one other statement of the same article, and never in itself.
// returns: id

MATCH (statement:Statement)-[:WITHIN]->(parent)
WITH statement, collect(parent) AS parents
WHERE size(parents) <> 1
   OR NOT EXISTS { (statement)-[:FROM]->(:Article)<-[:FROM]-(parent:Statement) WHERE parent = parents[0] }
   OR EXISTS { (statement)-[:WITHIN*1..10]->(statement) }
RETURN statement.id AS id ORDER BY id
