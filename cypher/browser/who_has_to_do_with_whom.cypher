// name: who_has_to_do_with_whom
// summary: Who holds a role, met, supplied, criticised or fights whom; click a link for its evidence.
// param limit: integer(1..500) = 80 -- at most this many links
// returns: subject, edge, object

MATCH (subject:Entity)-[edge:HOLDS_ROLE|MEMBER_OF|SEEKS_MEMBERSHIP|LOCATED_IN|MET|CONSULTED|PLANS_TO_MEET|SUPPLIES|REQUESTS|SANCTIONS|ACCUSES|THREATENS|CRITICISES|SUPPORTS|AT_WAR_WITH|ALLIED_WITH|USES_WEAPON]->(object:Entity)
RETURN subject, edge, object
ORDER BY edge.sort_key
LIMIT $limit
