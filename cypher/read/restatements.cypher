// name: restatements
// summary: A statement with all that say the same: in the same or in other words elsewhere, or summed up in the same article.
// param statement: string -- id of any of them
// param after: string = null -- where the page before ended
// param limit: integer(1..500) = 50 -- at most this many rows
// example statement: statement:4d368c0196ce2e738ca0
// continues: statement_row

MATCH (:Statement {id: $statement})-[:RESTATES]-{0,2}(statement:Statement)
