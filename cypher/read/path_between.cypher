// name: path_between
// summary: A shortest chain of statements from one entity to another, one step a row.
// param one: entity -- where the chain begins
// param other: entity -- where it ends
// returns: step, from, from_id, from_link, statement, text, to_link, to, to_id, article
// example one: person:olena-berezna
// example other: person:katrin-vollmer

MATCH (one:Entity {id: $one})
MATCH (other:Entity {id: $other})
WHERE one <> other
MATCH path = shortestPath((one)-[:SAID|ABOUT|ADDRESSED_TO|REPORTED_BY*..12]-(other))
WITH nodes(path) AS nodes, relationships(path) AS links
UNWIND range(0, size(links) - 2, 2) AS at
WITH at, nodes[at] AS from, links[at] AS first, nodes[at + 1] AS statement, links[at + 1] AS second, nodes[at + 2] AS to
MATCH (statement)-[:FROM]->(article:Article)
RETURN at / 2 + 1 AS step,
       coalesce(from.name, from.text) AS from,
       from.id AS from_id,
       type(first) AS from_link,
       statement.id AS statement,
       statement.text AS text,
       type(second) AS to_link,
       coalesce(to.name, to.text) AS to,
       to.id AS to_id,
       article.id AS article
ORDER BY step
