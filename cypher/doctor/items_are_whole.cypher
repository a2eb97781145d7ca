// name: items_are_whole
// summary: Every item of a job belongs to one that is there, waits or runs until it is finished, and says what became of it.
// returns: id

MATCH (item:IngestItem)
WITH item, item.state IN ['waiting', 'running'] AS open
WHERE NOT EXISTS { MATCH (:IngestJob {id: item.job}) }
   OR NOT item.state IN ['waiting', 'running', 'done', 'failed', 'skipped', 'expanded']
   OR open <> (item.due_at IS NOT NULL) OR open <> (item.finished_at IS NULL)
   OR (item.state = 'running') <> (item.worker IS NOT NULL AND open)
   OR (item.state IN ['failed', 'skipped'] AND item.reason IS NULL)
   OR (item.state IN ['done', 'skipped', 'expanded'] AND item.payload IS NOT NULL)
RETURN item.id AS id ORDER BY id
