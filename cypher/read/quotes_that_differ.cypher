// name: quotes_that_differ
// summary: The same words of a speaker as two outlets quote them, where they differ; the most alike first.
// param speaker: entity -- who said it
// param overlap: number = 0.5 -- how many of the longer words both have at least, from 0 to 1
// param days: integer(0..365) = 7 -- at most so many days apart
// param since: date = null -- not before this day
// param until: date = null -- not after this day
// param limit: integer(1..500) = 50 -- at most this many rows
// returns: statement, text, outlet, published_at, article, other, other_text, other_outlet, other_published_at, other_article, overlap
// example speaker: person:olena-berezna
// example overlap: 0.05

MATCH (:Entity {id: $speaker})-[:SAID]->(told:Statement)-[:FROM]->(article:Article)
WHERE told.type <> 'indirect' AND article.outlet IS NOT NULL
  AND ($since IS NULL OR article.published_at >= $since)
  AND ($until IS NULL OR article.published_at <= $until)
WITH told, article ORDER BY told.sort_key LIMIT 500
WITH told, article,
     [word IN split(toLower(told.text), [' ', '\n', '"', '“', '”', '‘', '’', ',', '.', ';', ':', '!', '?', '…', '(', ')'])
      WHERE size(word) > 3] AS words
WITH collect({told: told, article: article, words: words}) AS all
UNWIND all AS one
UNWIND all AS two
WITH one, two
WHERE one.article.outlet < two.article.outlet
  AND coalesce(one.told.quote_key, '') <> coalesce(two.told.quote_key, '~')
  AND coalesce(abs(duration.inDays(one.article.published_at, two.article.published_at).days), 0) <= $days
WITH one, two, size([word IN one.words WHERE word IN two.words]) AS common
WITH one, two, common, size(one.words) + size(two.words) - common AS together
WHERE together > 0
WITH one, two, toFloat(common) / together AS overlap
WHERE overlap >= $overlap AND overlap < 1
WITH one, two, overlap
ORDER BY overlap DESC, one.told.sort_key, two.told.sort_key
LIMIT $limit
RETURN one.told.id AS statement,
       one.told.text AS text,
       one.article.outlet AS outlet,
       toString(one.article.published_at) AS published_at,
       one.article.id AS article,
       two.told.id AS other,
       two.told.text AS other_text,
       two.article.outlet AS other_outlet,
       toString(two.article.published_at) AS other_published_at,
       two.article.id AS other_article,
       round(overlap, 3) AS overlap
ORDER BY overlap DESC, statement, other
