// name: who_tells_whom
// summary: Who says something to whom.
// param limit: integer(1..500) = 60 -- at most this many statements
// returns: speaker, said, statement, to, addressee

MATCH (speaker)-[said:SAID]->(statement)-[to:ADDRESSED_TO]->(addressee)
RETURN speaker, said, statement, to, addressee
ORDER BY statement.sort_key
LIMIT $limit
