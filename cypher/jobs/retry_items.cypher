// name: retry_items
// summary: Let the failed items of a job be tried again, and the job go on if it was cancelled.
// param job: string -- its id
// param limit: integer -- at most this many
// returns: again

MATCH (job:IngestJob {id: $job})
SET job.cancelled_at = null
WITH job
CALL (job) {
    MATCH (item:IngestItem {job: job.id, state: 'failed'})
    WHERE item.kind <> 'refused'
    WITH item LIMIT $limit
    SET item.state = 'waiting',
        item.attempts = 0,
        item.reason = null,
        item.outcome = null,
        item.finished_at = null,
        item.due_at = datetime()
    RETURN count(item) AS again
}
RETURN again
