// name: statements_over_time
// summary: How much was said over time, and how speakers took it; articles without a date are left out.
// param speaker: entity = null -- who speaks
// param about: entity = null -- whom or what the statements are about, and the stances towards it
// param to: entity = null -- to whom it was said
// param outlet: string = null -- who published the article, as written there
// param bucket: string(day|week|month|year) = "week" -- length of a period; a week begins on Monday
// param since: date = null -- not before this day
// param until: date = null -- not after this day
// returns: period, statements, positive, negative, articles
// example about: country:germany

CALL () {
    MATCH (:Entity {id: $speaker})-[:SAID]->(statement:Statement)
    RETURN statement
  UNION ALL
    MATCH (:Entity {id: CASE WHEN $speaker IS NULL THEN $about END})<-[:ABOUT]-(statement:Statement)
    RETURN statement
  UNION ALL
    MATCH (:Entity {id: CASE WHEN coalesce($speaker, $about) IS NULL THEN $to END})<-[:ADDRESSED_TO]-(statement:Statement)
    RETURN statement
  UNION ALL
    MATCH (article:Article)<-[:FROM]-(statement:Statement)
    WHERE coalesce($speaker, $about, $to) IS NULL
      AND ($outlet IS NULL OR article.outlet = $outlet)
      AND ($since IS NULL OR article.published_at >= $since)
      AND ($until IS NULL OR article.published_at <= $until)
    RETURN statement
}
WITH DISTINCT statement
MATCH (statement)-[:FROM]->(article:Article)
WHERE article.published_at IS NOT NULL
  AND ($outlet IS NULL OR article.outlet = $outlet)
  AND ($since IS NULL OR article.published_at >= $since)
  AND ($until IS NULL OR article.published_at <= $until)
  AND ($about IS NULL OR EXISTS { (statement)-[:ABOUT]->(:Entity {id: $about}) })
  AND ($to IS NULL OR EXISTS { (statement)-[:ADDRESSED_TO]->(:Entity {id: $to}) })
WITH date.truncate($bucket, article.published_at) AS day, article, statement,
     COLLECT {
       MATCH (statement)-[link:ABOUT]->(target:Entity)
       WHERE $about IS NULL OR target.id = $about
       RETURN DISTINCT link.stance
     } AS stances
WITH day,
     count(statement) AS statements,
     sum(CASE WHEN 'positive' IN stances THEN 1 ELSE 0 END) AS positive,
     sum(CASE WHEN 'negative' IN stances AND NOT 'positive' IN stances THEN 1 ELSE 0 END) AS negative,
     count(DISTINCT article) AS articles
RETURN toString(day) AS period, statements, positive, negative, articles
ORDER BY day
