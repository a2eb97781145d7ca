// name: statements_to
// summary: What was said to somebody, newest first.
// param to: entity -- to whom it was said
// param speaker: entity = null -- who said it
// param since: date = null -- not before this day
// param until: date = null -- not after this day
// param after: string = null -- where the page before ended
// param limit: integer(1..500) = 50 -- at most this many rows
// example to: person:katrin-vollmer
// continues: statement_row

MATCH (:Entity {id: $to})<-[:ADDRESSED_TO]-(statement:Statement)-[:FROM]->(article:Article)
WHERE ($speaker IS NULL OR EXISTS { (statement)<-[:SAID]-(:Entity {id: $speaker}) })
  AND ($since IS NULL OR article.published_at >= $since)
  AND ($until IS NULL OR article.published_at <= $until)
