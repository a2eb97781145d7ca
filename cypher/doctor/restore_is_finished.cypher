// name: restore_is_finished
// summary: No backup is half restored.
// returns: id

MATCH (restore:Restore)
RETURN restore.id AS id ORDER BY id
