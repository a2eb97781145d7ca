// returns: id, source, state, created_at, started_at, finished_at, total, waiting, running, done, failed, skipped, reasons, rate, seconds_left
// pages: id
CALL (job) {
    // named one by one, so that the index has them all and no item is looked at
    OPTIONAL MATCH (item:IngestItem)
    WHERE item.job = job.id AND item.state IN ['waiting', 'running', 'done', 'failed', 'skipped']
    WITH item.state AS state, count(item) AS items
    RETURN sum(CASE state WHEN 'waiting' THEN items ELSE 0 END) AS waiting,
           sum(CASE state WHEN 'running' THEN items ELSE 0 END) AS running,
           sum(CASE state WHEN 'done' THEN items ELSE 0 END) AS done,
           sum(CASE state WHEN 'failed' THEN items ELSE 0 END) AS failed,
           sum(CASE state WHEN 'skipped' THEN items ELSE 0 END) AS skipped
}
WITH job, waiting, running, done, failed, skipped, waiting + running AS left,
     COUNT { MATCH (item:IngestItem) WHERE item.job = job.id AND item.finished_at > datetime() - duration('PT1M') } AS lately,
     duration.inSeconds(coalesce(job.started_at, datetime()), datetime()).seconds AS age
WITH *, CASE WHEN left > 0 AND lately > 0
  THEN round(1.0 * lately / CASE WHEN age < 1 THEN 1 WHEN age < 60 THEN age ELSE 60 END, 2)
END AS rate
RETURN job.id AS id,
       job.source AS source,
       CASE
         WHEN job.cancelled_at IS NOT NULL THEN CASE running WHEN 0 THEN 'cancelled' ELSE 'cancelling' END
         WHEN left = 0 THEN 'done'
         WHEN job.started_at IS NULL THEN 'waiting'
         ELSE 'running'
       END AS state,
       toString(job.created_at) AS created_at,
       toString(job.started_at) AS started_at,
       CASE left WHEN 0 THEN toString(COLLECT {
         MATCH (item:IngestItem)
         WHERE item.job = job.id AND item.finished_at IS NOT NULL
         RETURN item.finished_at ORDER BY item.job DESC, item.finished_at DESC LIMIT 1
       }[0]) END AS finished_at,
       left + done + failed + skipped AS total,
       waiting, running, done, failed, skipped,
       COLLECT {
         MATCH (item:IngestItem {job: job.id})
         WHERE item.state IN ['failed', 'skipped']
         WITH item.state AS state, item.reason AS reason, count(item) AS items
         RETURN {state: state, reason: reason, items: items} ORDER BY items DESC, state, reason LIMIT 20
       } AS reasons,
       rate,
       CASE WHEN rate > 0 THEN toInteger(left / rate) END AS seconds_left
ORDER BY id
