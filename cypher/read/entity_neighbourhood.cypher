// name: entity_neighbourhood
// summary: The small graph around an entity: who said something about whom, among it and those nearest to it.
// param entity: entity -- the middle
// param neighbours: integer(1..100) = 20 -- at most this many around it
// param limit: integer(1..500) = 200 -- at most this many links
// returns: from, from_id, from_type, link, to, to_id, to_type, statements, articles
// example entity: person:olena-berezna

MATCH (middle:Entity {id: $entity})
CALL (middle) {
    MATCH (middle)-[:SAID]->(statement:Statement)-[:ABOUT|ADDRESSED_TO|REPORTED_BY]->(near:Entity)
    RETURN near, statement
  UNION
    MATCH (middle)<-[:ABOUT|ADDRESSED_TO|REPORTED_BY]-(statement:Statement)<-[:SAID]-(near:Entity)
    RETURN near, statement
}
WITH middle, near, count(statement) AS weight
WHERE near <> middle
ORDER BY weight DESC, near.id
LIMIT $neighbours
WITH middle, collect(near) AS around
WITH [middle] + around AS members
UNWIND members AS from
MATCH (from)-[:SAID]->(statement:Statement)-[link:ABOUT|ADDRESSED_TO|REPORTED_BY]->(to:Entity)
WHERE to IN members AND to <> from
MATCH (statement)-[:FROM]->(article:Article)
WITH from, to,
     {ABOUT: 'said_about', ADDRESSED_TO: 'said_to', REPORTED_BY: 'reported_by'}[type(link)] AS kind,
     count(DISTINCT statement) AS statements,
     count(DISTINCT article) AS articles
ORDER BY statements DESC, from.id, kind, to.id
LIMIT $limit
RETURN from.name AS from,
       from.id AS from_id,
       [label IN labels(from) WHERE label <> 'Entity'][0] AS from_type,
       kind AS link,
       to.name AS to,
       to.id AS to_id,
       [label IN labels(to) WHERE label <> 'Entity'][0] AS to_type,
       statements, articles
