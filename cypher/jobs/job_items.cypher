// name: job_items
// summary: The items of a job in their order, with what became of each.
// param job: string -- id of the job
// param state: string(waiting|running|done|failed|skipped|expanded) = null -- only these
// param after: string = null -- where the page before ended
// param limit: integer(1..500) = 50 -- at most this many rows
// returns: place, kind, source, state, outcome, article, statements, reason, attempts, finished_at
// pages: place

MATCH (item:IngestItem)
WHERE item.job = $job AND item.place > coalesce($after, '')
  AND ($state IS NULL OR item.state = $state)
WITH item ORDER BY item.job, item.place LIMIT $limit
RETURN item.place AS place,
       item.kind AS kind,
       item.source AS source,
       item.state AS state,
       item.outcome AS outcome,
       item.article AS article,
       item.statements AS statements,
       item.reason AS reason,
       item.attempts AS attempts,
       toString(item.finished_at) AS finished_at
ORDER BY item.place
