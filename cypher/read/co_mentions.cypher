// name: co_mentions
// summary: Who and what is mentioned in the same articles as an entity, the most frequent first.
// param entity: entity -- which one
// param type: string(Person|Country|Organisation|WeaponSystem|Place) = null -- only this type
// param since: date = null -- not before this day
// param until: date = null -- not after this day
// param limit: integer(1..500) = 50 -- at most this many rows
// returns: id, name, type, articles, mentions, first_seen, last_seen
// example entity: country:ukraine

MATCH (:Entity {id: $entity})-[:MENTIONED_IN]->(article:Article)<-[mention:MENTIONED_IN]-(other:Entity)
WHERE ($type IS NULL OR $type IN labels(other))
  AND ($since IS NULL OR article.published_at >= $since)
  AND ($until IS NULL OR article.published_at <= $until)
WITH other,
     count(article) AS articles,
     sum(mention.count) AS mentions,
     toString(min(article.published_at)) AS first_seen,
     toString(max(article.published_at)) AS last_seen
ORDER BY articles DESC, mentions DESC, other.id
LIMIT $limit
RETURN other.id AS id,
       other.name AS name,
       [label IN labels(other) WHERE label <> 'Entity'][0] AS type,
       articles, mentions, first_seen, last_seen
