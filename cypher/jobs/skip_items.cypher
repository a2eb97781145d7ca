// name: skip_items
// summary: Pass over those of some items that nobody has taken, since their job was cancelled.
// param ids: strings -- ids of items
// returns: nothing

UNWIND $ids AS id
MATCH (item:IngestItem {id: id})
// a property that is set is locked: what is read from here on no worker can change
SET item.id = id
WITH item
WHERE item.state = 'waiting'
SET item.state = 'skipped',
    item.reason = 'The job was cancelled.',
    item.due_at = null,
    item.payload = null,
    item.finished_at = datetime.truncate('millisecond')
