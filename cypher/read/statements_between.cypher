// name: statements_between
// summary: What one said about another, newest first.
// param speaker: entity -- who speaks
// param about: entity -- whom or what the statements are about
// param since: date = null -- not before this day
// param until: date = null -- not after this day
// param after: string = null -- where the page before ended
// param limit: integer(1..500) = 50 -- at most this many rows
// example speaker: person:olena-berezna
// example about: country:russia
// continues: statement_row

MATCH (:Entity {id: $speaker})-[:SAID]->(statement:Statement)-[:ABOUT]->(:Entity {id: $about})
MATCH (statement)-[:FROM]->(article:Article)
WHERE ($since IS NULL OR article.published_at >= $since)
  AND ($until IS NULL OR article.published_at <= $until)
