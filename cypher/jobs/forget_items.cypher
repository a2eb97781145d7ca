// name: forget_items
// summary: Forget some of a job's finished items.
// param job: string -- its id
// param limit: integer(1..10000) -- at most so many at once
// returns: items

MATCH (item:IngestItem {job: $job})
WHERE item.due_at IS NULL
WITH item LIMIT $limit
DELETE item
RETURN count(item) AS items
