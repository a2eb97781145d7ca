// name: graph_relationships
// summary: Every relationship with all it holds, in a fixed order.
// returns: from, type, to, properties

MATCH (from:Entity|Article|Statement|Relation|AnonymousSource)-[link]->(to)
RETURN from.id AS from, type(link) AS type, to.id AS to, properties(link) AS properties
ORDER BY from, type, to, link.rank, link.order, link.found, link.link, link.id
