// name: all_dismissed
// summary: Every dismissed statement with all it holds, in the order of their ids.
// returns: labels, properties

// the index has the order, so that nothing is gathered before the first row is sent
MATCH (node:Dismissed)
WHERE node.id IS NOT NULL
RETURN labels(node) AS labels, properties(node) AS properties
ORDER BY node.id
