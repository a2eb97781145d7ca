// name: articles
// summary: The articles of the graph, newest first, without their texts.
// param outlet: string = null -- who published it, as written there
// param mentions: entity = null -- an entity it mentions
// param since: date = null -- not before this day
// param until: date = null -- not after this day
// param after: string = null -- where the page before ended
// param limit: integer(1..500) = 50 -- at most this many rows
// returns: id, url, title, outlet, published_at, language, statements, entities, characters, extractor
// pages: published_at, id

CALL () {
    MATCH (:Entity {id: $mentions})-[:MENTIONED_IN]->(article:Article)
    RETURN article
  UNION ALL
    MATCH (article:Article)
    WHERE article.sort_key > CASE WHEN $mentions IS NULL THEN coalesce($after, '') ELSE '~' END
      AND ($outlet IS NULL OR article.outlet = $outlet)
      AND ($since IS NULL OR article.published_at >= $since)
      AND ($until IS NULL OR article.published_at <= $until)
    RETURN article ORDER BY article.sort_key LIMIT $limit
}
WITH article
WHERE ($after IS NULL OR article.sort_key > $after)
  AND ($outlet IS NULL OR article.outlet = $outlet)
  AND ($since IS NULL OR article.published_at >= $since)
  AND ($until IS NULL OR article.published_at <= $until)
ORDER BY article.sort_key
LIMIT $limit
RETURN article.id AS id,
       article.url AS url,
       article.title AS title,
       article.outlet AS outlet,
       toString(article.published_at) AS published_at,
       article.language AS language,
       COUNT { (article)<-[:FROM]-(:Statement) } AS statements,
       COUNT { (article)<-[:MENTIONED_IN]-() } AS entities,
       article.characters AS characters,
       article.extractor AS extractor
ORDER BY article.sort_key
