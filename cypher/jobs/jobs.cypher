// name: jobs
// summary: The jobs, newest first.
// param after: string = null -- where the page before ended
// param limit: integer(1..500) = 50 -- at most this many rows
// continues: job_row

MATCH (job:IngestJob)
WHERE job.id > coalesce($after, '')
WITH job ORDER BY job.id LIMIT $limit
