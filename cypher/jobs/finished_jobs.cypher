// name: finished_jobs
// summary: Jobs that were finished so many days ago, all of whose items were.
// param days: integer -- at least so many
// param limit: integer(1..500) -- at most this many rows
// returns: job

WITH datetime() - duration({days: $days}) AS then
MATCH (job:IngestJob)
WHERE job.created_at < then
  AND NOT EXISTS {
    MATCH (item:IngestItem {job: job.id})
    WHERE item.state IN ['waiting', 'running'] OR item.finished_at >= then
  }
RETURN job.id AS job LIMIT $limit
