// name: waiting_items
// summary: The items of a job that nobody has taken.
// param job: string -- its id
// param limit: integer -- at most this many
// returns: id

MATCH (item:IngestItem {job: $job, state: 'waiting'})
RETURN item.id AS id LIMIT $limit
