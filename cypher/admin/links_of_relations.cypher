// name: links_of_relations
// summary: Every relationship that leads from a relation with all it holds, in a fixed order.
// returns: from, type, to, properties

// the index has the order of the beginnings, so that only the links of one are gathered at a time
MATCH (from:Relation)
WHERE from.id IS NOT NULL
MATCH (from)-[link]->(to)
RETURN from.id AS from, type(link) AS type, to.id AS to, properties(link) AS properties
ORDER BY from, type, to, link.rank, link.order, link.found, link.link, link.how, link.judgement, link.id
