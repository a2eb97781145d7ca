// name: entity_adjacent
// summary: Whom and what an entity is linked with, and how, the strongest links first.
// param entity: entity -- which one
// param link: string(said_about|said_about_by|said_to|said_to_by|reported_by|reported|mentioned_with) = null -- only this kind of link
// param since: date = null -- not before this day
// param until: date = null -- not after this day
// param limit: integer(1..500) = 50 -- at most this many rows
// returns: link, id, name, type, count, articles, first_seen, last_seen
// example entity: person:olena-berezna

MATCH (entity:Entity {id: $entity})
CALL (entity) {
    MATCH (entity)-[:SAID]->(statement:Statement)-[link:ABOUT|ADDRESSED_TO|REPORTED_BY]->(neighbour:Entity)
    MATCH (statement)-[:FROM]->(article:Article)
    RETURN neighbour, statement AS evidence, article,
           {ABOUT: 'said_about', ADDRESSED_TO: 'said_to', REPORTED_BY: 'reported_by'}[type(link)] AS kind
  UNION ALL
    MATCH (entity)<-[link:ABOUT|ADDRESSED_TO|REPORTED_BY]-(statement:Statement)<-[:SAID]-(neighbour:Entity)
    MATCH (statement)-[:FROM]->(article:Article)
    RETURN neighbour, statement AS evidence, article,
           {ABOUT: 'said_about_by', ADDRESSED_TO: 'said_to_by', REPORTED_BY: 'reported'}[type(link)] AS kind
  UNION ALL
    MATCH (entity)-[:MENTIONED_IN]->(article:Article)<-[:MENTIONED_IN]-(neighbour:Entity)
    RETURN neighbour, article AS evidence, article, 'mentioned_with' AS kind
}
WITH neighbour, evidence, article, kind
WHERE neighbour.id <> $entity
  AND ($link IS NULL OR kind = $link)
  AND ($since IS NULL OR article.published_at >= $since)
  AND ($until IS NULL OR article.published_at <= $until)
WITH kind, neighbour,
     count(DISTINCT evidence) AS count,
     count(DISTINCT article) AS articles,
     toString(min(article.published_at)) AS first_seen,
     toString(max(article.published_at)) AS last_seen
ORDER BY count DESC, kind, neighbour.id
LIMIT $limit
RETURN kind AS link,
       neighbour.id AS id,
       neighbour.name AS name,
       [label IN labels(neighbour) WHERE label <> 'Entity'][0] AS type,
       count, articles, first_seen, last_seen
