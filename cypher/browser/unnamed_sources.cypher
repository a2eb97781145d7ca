// name: unnamed_sources
// summary: What people say who are not named, and which articles let them.
// param limit: integer(1..500) = 60 -- at most this many statements
// returns: source, said, statement, from, article

MATCH (source:AnonymousSource)-[said:SAID]->(statement)-[from:FROM]->(article)
RETURN source, said, statement, from, article
ORDER BY statement.sort_key
LIMIT $limit
