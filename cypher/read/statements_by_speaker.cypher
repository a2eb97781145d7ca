// name: statements_by_speaker
// summary: What a speaker said, newest first.
// param speaker: entity -- who speaks
// param since: date = null -- not before this day
// param until: date = null -- not after this day
// param after: string = null -- where the page before ended
// param limit: integer(1..500) = 50 -- at most this many rows
// example speaker: person:olena-berezna
// continues: statement_row

MATCH (:Entity {id: $speaker})-[:SAID]->(statement:Statement)-[:FROM]->(article:Article)
WHERE ($since IS NULL OR article.published_at >= $since)
  AND ($until IS NULL OR article.published_at <= $until)
