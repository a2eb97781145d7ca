// name: schema_is_complete
// summary: All indexes are online.
// returns: id

SHOW INDEXES YIELD name, state WHERE state <> 'ONLINE'
RETURN name AS id ORDER BY id
