// name: one_about_the_other
// summary: What one says about another, with the articles it stands in.
// param speaker: string -- name of the speaker
// example speaker: Olena Berezna
// param about: string -- name of whom or what it is about
// example about: Russia
// param limit: integer(1..500) = 50 -- at most this many statements
// returns: speaker, said, statement, about, target, from, article

MATCH (speaker:Entity {name: $speaker})-[said:SAID]->(statement)-[about:ABOUT]->(target:Entity {name: $about})
MATCH (statement)-[from:FROM]->(article:Article)
RETURN speaker, said, statement, about, target, from, article
ORDER BY statement.sort_key
LIMIT $limit
