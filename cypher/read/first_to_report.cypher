// name: first_to_report
// summary: Who was first to report what somebody said or what was said about them, and which outlets had the same words later.
// param entity: entity -- who said it, or whom it is about
// param since: date = null -- not before this day
// param until: date = null -- not after this day
// param limit: integer(1..500) = 50 -- at most this many rows
// returns: statement, speaker, text, outlet, published_at, article, title, later, last_at
// example entity: person:olena-berezna

MATCH (:Entity {id: $entity})-[:SAID|ABOUT]-(first:Statement)-[:FROM]->(article:Article)
WHERE NOT EXISTS { (first)-[:RESTATES {how: 'same words'}]->() }
  AND ($since IS NULL OR article.published_at >= $since)
  AND ($until IS NULL OR article.published_at <= $until)
WITH DISTINCT first, article
WITH first, article, COLLECT {
    MATCH (first)<-[:RESTATES {how: 'same words'}]-(:Statement)-[:FROM]->(other:Article)
    WHERE other <> article
    RETURN DISTINCT other ORDER BY other.published_at, other.id
} AS others
ORDER BY size(others) DESC, first.sort_key
LIMIT $limit
MATCH (speaker)-[:SAID]->(first)
RETURN first.id AS statement,
       coalesce(speaker.name, speaker.text) AS speaker,
       first.text AS text,
       article.outlet AS outlet,
       toString(article.published_at) AS published_at,
       article.id AS article,
       article.title AS title,
       [other IN others | coalesce(other.outlet, other.title, other.id)] AS later,
       toString(last([other IN others WHERE other.published_at IS NOT NULL]).published_at) AS last_at
ORDER BY size(others) DESC, first.sort_key
