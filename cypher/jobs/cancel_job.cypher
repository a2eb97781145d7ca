// name: cancel_job
// summary: Note that nothing more of a job is to be done.
// param job: string -- its id
// returns: id

MATCH (job:IngestJob {id: $job})
SET job.cancelled_at = coalesce(job.cancelled_at, datetime.truncate('millisecond'))
RETURN job.id AS id
