// name: waiting
// summary: How much is left to do, in all jobs: items, and the bytes they keep.
// returns: items, bytes

MATCH (item:IngestItem)
WHERE item.due_at IS NOT NULL
RETURN count(item) AS items, coalesce(sum(item.bytes), 0) AS bytes
