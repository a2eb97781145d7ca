// name: begin_restore
// summary: Note in the graph that a backup is being restored, in place of any other.
// param backup: string -- id of the backup
// param rows: integer -- how many of its rows are written; -1 where the graph is to be emptied first
// returns: nothing

OPTIONAL MATCH (other:Restore)
DELETE other
WITH count(*) AS others
CREATE (restore:Restore {id: $backup, rows: $rows})
