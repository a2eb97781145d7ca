// name: graph_nodes
// summary: Every node with all it holds, in a fixed order; the times of writing are left out.
// returns: labels, properties

MATCH (node:Entity|Article|Statement|Relation|AnonymousSource)
RETURN COLLECT { UNWIND labels(node) AS label RETURN label ORDER BY label } AS labels,
       node {.*, ingested_at: null} AS properties
ORDER BY labels, node.id
