// name: restore_state
// summary: Whether the graph holds anything, and which restore is half done, with how many of its rows are written.
// returns: empty, backup, rows

OPTIONAL MATCH (restore:Restore)
RETURN NOT EXISTS { (:Entity|Article|Statement|Dismissed|Relation|AnonymousSource|Judgement) } AS empty,
       restore.id AS backup,
       restore.rows AS rows
