// name: who_talks_about_it
// summary: Who talks about somebody or something.
// param about: string -- name of whom or what it is about
// example about: Germany
// param limit: integer(1..500) = 100 -- at most this many statements
// returns: speaker, said, statement, about, target

MATCH (speaker)-[said:SAID]->(statement)-[about:ABOUT]->(target:Entity {name: $about})
RETURN speaker, said, statement, about, target
ORDER BY statement.sort_key
LIMIT $limit
