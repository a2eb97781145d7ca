// name: who_reports_it
// summary: Statements that reach us through others: who says it, and who says that he says it.
// param limit: integer(1..500) = 60 -- at most this many statements
// returns: speaker, said, statement, by, reporter

MATCH (speaker)-[said:SAID]->(statement)-[by:REPORTED_BY]->(reporter)
RETURN speaker, said, statement, by, reporter
ORDER BY statement.sort_key
LIMIT $limit
