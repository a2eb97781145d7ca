// name: claim_item
// summary: Give an item to a worker for a while, unless another one was quicker; one that was tried too often fails.
// param id: string -- id of the item
// param worker: string -- who takes it
// param lease: integer -- for how many milliseconds
// param most: integer -- how often an item may be tried
// returns: id, job, place, kind, source, metadata, payload, attempts, state

MATCH (item:IngestItem {id: $id})
// a property that is set is locked: what is read from here on no other worker can change
SET item.id = $id
WITH item
WHERE item.due_at <= datetime()
MATCH (job:IngestJob {id: item.job})
WITH item, job, CASE
  WHEN job.cancelled_at IS NOT NULL THEN 'skipped'
  WHEN item.attempts >= $most THEN 'failed'
  ELSE 'running'
END AS state
CALL (job) {
    WITH job WHERE job.started_at IS NULL
    SET job.started_at = datetime.truncate('millisecond')
}
CALL (item, state) {
    WITH item, state WHERE state = 'running'
    SET item.attempts = item.attempts + 1,
        item.worker = $worker,
        item.due_at = datetime() + duration({milliseconds: $lease})
}
CALL (item, state) {
    WITH item, state WHERE state <> 'running'
    SET item.worker = null,
        item.due_at = null,
        item.finished_at = datetime.truncate('millisecond'),
        item.payload = CASE state WHEN 'failed' THEN item.payload END,
        item.reason = CASE state
          WHEN 'failed' THEN 'Given up after ' + item.attempts + ' attempts. '
            + coalesce(item.reason, 'The worker that was at it ended.')
          ELSE 'The job was cancelled.'
        END
}
SET item.state = state
RETURN item.id AS id,
       item.job AS job,
       item.place AS place,
       item.kind AS kind,
       item.source AS source,
       item.metadata AS metadata,
       item.payload AS payload,
       item.attempts AS attempts,
       state
