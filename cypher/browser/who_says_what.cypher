// name: who_says_what
// summary: What somebody says, and about whom and what.
// param speaker: string -- name of the speaker
// example speaker: Olena Berezna
// param limit: integer(1..500) = 100 -- at most this many links
// returns: speaker, said, statement, about, target

MATCH (speaker:Entity {name: $speaker})-[said:SAID]->(statement)-[about:ABOUT]->(target)
RETURN speaker, said, statement, about, target
ORDER BY statement.sort_key
LIMIT $limit
