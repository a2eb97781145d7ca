// name: statements_about
// summary: What was said about somebody or something, newest first.
// param about: entity -- whom or what the statements are about
// param since: date = null -- not before this day
// param until: date = null -- not after this day
// param after: string = null -- where the page before ended
// param limit: integer(1..500) = 50 -- at most this many rows
// example about: country:germany
// continues: statement_row

MATCH (:Entity {id: $about})<-[:ABOUT]-(statement:Statement)-[:FROM]->(article:Article)
WHERE ($since IS NULL OR article.published_at >= $since)
  AND ($until IS NULL OR article.published_at <= $until)
