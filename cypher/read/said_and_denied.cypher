// name: said_and_denied
// summary: What one said about another, and what the other denied of it: in the same article, or within two weeks.
// param speaker: entity -- who said it
// param about: entity -- whom it is about, and who denies
// param days: integer(0..365) = 14 -- at most so many days apart
// param limit: integer(1..500) = 50 -- at most this many rows
// returns: statement, text, article, published_at, denial, denial_text, denial_article, denied_at, same_article
// example speaker: organisation:kremlin
// example about: country:germany

MATCH (speaker:Entity {id: $speaker})-[:SAID]->(said:Statement)-[:ABOUT]->(about:Entity {id: $about})
MATCH (said)-[:FROM]->(article:Article)
MATCH (about)-[:SAID]->(denial:Statement {modality: 'denial'})-[:FROM]->(where:Article)
WHERE article = where
   OR (EXISTS { (denial)-[:ABOUT]->(speaker) }
       AND abs(duration.inDays(article.published_at, where.published_at).days) <= $days)
WITH said, article, denial, where
ORDER BY article <> where, said.sort_key, denial.sort_key
LIMIT $limit
RETURN said.id AS statement,
       said.text AS text,
       article.id AS article,
       toString(article.published_at) AS published_at,
       denial.id AS denial,
       denial.text AS denial_text,
       where.id AS denial_article,
       toString(where.published_at) AS denied_at,
       article = where AS same_article
