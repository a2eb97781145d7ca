// name: weapons_in_the_news
// summary: Which weapon systems stand in which articles.
// param limit: integer(1..500) = 100 -- at most this many links
// returns: weapon, mentioned, article, by, outlet

MATCH (weapon:WeaponSystem)-[mentioned:MENTIONED_IN]->(article:Article)-[by:PUBLISHED_BY]->(outlet)
RETURN weapon, mentioned, article, by, outlet
ORDER BY article.sort_key, weapon.id
LIMIT $limit
