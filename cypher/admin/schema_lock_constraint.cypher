// name: schema_lock_constraint
// summary: Make sure there is but one lock for changes of the schema.
// returns: nothing

CREATE CONSTRAINT schema_lock_id IF NOT EXISTS FOR (n:SchemaLock) REQUIRE n.id IS UNIQUE
