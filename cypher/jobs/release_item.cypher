// name: release_item
// summary: Let others take an item that is held.
// param id: string -- id of the item
// param forgiven: integer -- how many attempts do not count
// param why: string = null -- why the attempt ended
// param pause: integer -- after how many milliseconds
// returns: nothing

MATCH (item:IngestItem {id: $id})
SET item.state = 'waiting',
    item.worker = null,
    item.reason = $why,
    item.attempts = item.attempts - $forgiven,
    item.due_at = datetime() + duration({milliseconds: $pause})
