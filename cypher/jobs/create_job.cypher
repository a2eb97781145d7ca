// name: create_job
// summary: Record a job, and that it is the answer to a request if the request has a key.
// param job: string -- its id
// param source: string -- what it reads, for people
// param request: string = null -- id of the request
// returns: created_at

CREATE (job:IngestJob {id: $job, source: $source, created_at: datetime.truncate('millisecond')})
WITH job
CALL (job) {
    MATCH (request:IngestRequest {id: $request})
    SET request.job = job.id, request.held_until = null
}
RETURN toString(job.created_at) AS created_at
