// name: weapon_mentions_over_time
// summary: How often weapon systems are mentioned over time; articles without a date are left out.
// param weapon: entity = null -- only this weapon system
// param bucket: string(day|week|month|year) = "day" -- length of a period; a week begins on Monday
// param since: date = null -- not before this day
// param until: date = null -- not after this day
// param limit: integer(1..5000) = 1000 -- at most this many rows
// returns: period, weapon, weapon_id, articles, mentions, statements

MATCH (weapon:WeaponSystem)-[mention:MENTIONED_IN]->(article:Article)
WHERE ($weapon IS NULL OR weapon.id = $weapon)
  AND article.published_at IS NOT NULL
  AND ($since IS NULL OR article.published_at >= $since)
  AND ($until IS NULL OR article.published_at <= $until)
WITH weapon, date.truncate($bucket, article.published_at) AS day, mention, article,
     COUNT { (weapon)<-[:ABOUT]-(:Statement)-[:FROM]->(article) } AS about
WITH weapon, day, count(article) AS articles, sum(mention.count) AS mentions, sum(about) AS statements
RETURN toString(day) AS period, weapon.name AS weapon, weapon.id AS weapon_id, articles, mentions, statements
ORDER BY day, mentions DESC, weapon.id
LIMIT $limit
