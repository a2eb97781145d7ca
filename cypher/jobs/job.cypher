// name: job
// summary: How far a job is.
// param job: string -- its id
// continues: job_row

MATCH (job:IngestJob {id: $job})
