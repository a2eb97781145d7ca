// name: job_exists
// summary: When a job was made, if it is there.
// param job: string -- its id
// returns: id, created_at, cancelled

MATCH (job:IngestJob {id: $job})
RETURN job.id AS id, toString(job.created_at) AS created_at, job.cancelled_at IS NOT NULL AS cancelled
