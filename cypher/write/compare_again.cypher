// name: compare_again
// summary: What some statements restate is to be found out again, and what those do that restate them.
// param ids: strings = null -- ids of the statements
// param entities: strings = null -- all statements that these say
// returns: nothing

CALL () {
    UNWIND $ids AS id
    MATCH (statement:Statement|Dismissed {id: id})
    RETURN statement
  UNION
    UNWIND $entities AS id
    MATCH (:Entity {id: id})-[:SAID]->(statement:Statement)
    RETURN statement
}
OPTIONAL MATCH (statement)-[link:RESTATES {how: 'same meaning'}]-(other:Statement)
WITH collect(DISTINCT statement) + collect(DISTINCT startNode(link)) AS changed, collect(DISTINCT link) AS links
FOREACH (link IN links | DELETE link)
WITH changed
UNWIND changed AS statement
MATCH (embedding:Embedding {id: statement.id})
SET embedding:Uncompared
