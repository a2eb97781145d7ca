// name: keep_item
// summary: Lengthen the lease of an item that this worker is at.
// param id: string -- id of the item
// param worker: string -- who has it
// param attempts: integer -- which attempt it is
// param lease: integer -- for how many milliseconds from now
// returns: id

MATCH (item:IngestItem {id: $id})
SET item.id = $id
WITH item
WHERE item.worker = $worker AND item.attempts = $attempts AND item.state = 'running'
SET item.due_at = datetime() + duration({milliseconds: $lease})
RETURN item.id AS id
