// name: statements_by_id
// summary: The statements of these ids, newest first; those that are not there are left out.
// param statements: strings -- their ids
// param after: string = null -- where the page before ended
// param limit: integer(1..500) = 50 -- at most this many rows
// example statements: statement:4d368c0196ce2e738ca0
// continues: statement_row

UNWIND $statements AS id
MATCH (statement:Statement {id: id})
