// name: speaker_timeline
// summary: How much a speaker said over time; articles without a date are left out.
// param speaker: entity -- who speaks
// param about: entity = null -- only statements about this
// param bucket: string(day|week|month|year) = "day" -- length of a period; a week begins on Monday
// param since: date = null -- not before this day
// param until: date = null -- not after this day
// returns: period, statements, articles
// example speaker: person:olena-berezna

MATCH (:Entity {id: $speaker})-[:SAID]->(statement:Statement)-[:FROM]->(article:Article)
WHERE article.published_at IS NOT NULL
  AND ($since IS NULL OR article.published_at >= $since)
  AND ($until IS NULL OR article.published_at <= $until)
  AND ($about IS NULL OR EXISTS { (statement)-[:ABOUT]->(:Entity {id: $about}) })
WITH date.truncate($bucket, article.published_at) AS day,
     count(DISTINCT statement) AS statements,
     count(DISTINCT article) AS articles
RETURN toString(day) AS period, statements, articles
ORDER BY day
