// name: take_schema_lock
// summary: Wait until nobody else changes the schema, and keep others waiting while the transaction is open.
// returns: nothing

MERGE (lock:SchemaLock {id: 'schema'})
SET lock.id = 'schema'
