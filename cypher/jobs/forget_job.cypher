// name: forget_job
// summary: Forget a job without items, and what request it answered.
// param job: string -- its id
// returns: nothing

MATCH (job:IngestJob {id: $job})
WHERE NOT EXISTS { MATCH (:IngestItem {job: $job}) }
CALL (job) {
    MATCH (request:IngestRequest {job: job.id})
    DELETE request
}
DELETE job
