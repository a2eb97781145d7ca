// name: due_items
// summary: The items that a worker may take now, the oldest first.
// param limit: integer -- at most this many
// returns: id

MATCH (item:IngestItem)
WHERE item.due_at <= datetime()
RETURN item.id AS id
ORDER BY item.due_at LIMIT $limit
