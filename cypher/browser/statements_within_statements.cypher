// name: statements_within_statements
// summary: Statements inside other people's statements.
// param limit: integer(1..500) = 40 -- at most this many
// returns: inner_speaker, inner_said, inner, within, outer, outer_said, outer_speaker

MATCH (inner_speaker)-[inner_said:SAID]->(inner)-[within:WITHIN]->(outer)<-[outer_said:SAID]-(outer_speaker)
RETURN inner_speaker, inner_said, inner, within, outer, outer_said, outer_speaker
ORDER BY inner.sort_key
LIMIT $limit
