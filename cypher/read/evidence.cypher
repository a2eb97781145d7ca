// name: evidence
// summary: The statements behind a link between two: what either said about, to, or by way of the other.
// param one: entity -- one end of the link
// param other: entity -- the other end
// param link: string(about|to|reported_by) = null -- only links of this kind
// param since: date = null -- not before this day
// param until: date = null -- not after this day
// param after: string = null -- where the page before ended
// param limit: integer(1..500) = 50 -- at most this many rows
// example one: person:olena-berezna
// example other: country:russia
// continues: statement_row

MATCH (one:Entity {id: $one})
MATCH (other:Entity {id: $other})
CALL (one, other) {
    MATCH (one)-[:SAID]->(statement:Statement)-[link:ABOUT|ADDRESSED_TO|REPORTED_BY]->(other)
    RETURN statement, type(link) AS link
  UNION ALL
    MATCH (other)-[:SAID]->(statement:Statement)-[link:ABOUT|ADDRESSED_TO|REPORTED_BY]->(one)
    RETURN statement, type(link) AS link
}
MATCH (statement)-[:FROM]->(article:Article)
WHERE ($link IS NULL OR link = {about: 'ABOUT', to: 'ADDRESSED_TO', reported_by: 'REPORTED_BY'}[$link])
  AND ($since IS NULL OR article.published_at >= $since)
  AND ($until IS NULL OR article.published_at <= $until)
