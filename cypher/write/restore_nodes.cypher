// name: restore_nodes
// summary: Make nodes as they were; whoever calls it knows all their labels.
// param rows: rows -- labels, properties
// returns: made

UNWIND $rows AS row
CREATE (node:$(row.labels))
SET node = row.properties
RETURN count(node) AS made
