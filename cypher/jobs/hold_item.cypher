// name: hold_item
// summary: Keep an item to this transaction, and tell how it is; nothing where it is not this worker's any more.
// param id: string -- id of the item
// param worker: string -- who has it
// param attempts: integer -- which attempt it is
// returns: state

MATCH (item:IngestItem {id: $id})
// a property that is set is locked, also when its value stays
SET item.id = $id
WITH item
WHERE item.worker = $worker AND item.attempts = $attempts
RETURN item.state AS state
