// name: end_restore
// summary: Forget that a backup was being restored.
// param backup: string -- id of the backup
// returns: nothing

MATCH (restore:Restore {id: $backup})
DELETE restore
