// name: restore_step
// summary: Take the next step of a restore; no row where somebody took it before.
// param backup: string -- id of the backup
// param begin: integer -- how many rows must be written before
// param end: integer -- and after it
// returns: rows

MATCH (restore:Restore {id: $backup})
// a property that is set is locked, also when its value stays
SET restore.id = $backup
WITH restore
WHERE restore.rows = $begin
SET restore.rows = $end
RETURN restore.rows AS rows
