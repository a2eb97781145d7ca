// name: erase_edges
// summary: Remove the edges between some entities and any others; what articles say of them stays.
// param entities: strings -- ids of the entities
// returns: nothing

UNWIND $entities AS id
MATCH (:Entity {id: id})-[edge:HOLDS_ROLE|MEMBER_OF|SEEKS_MEMBERSHIP|LOCATED_IN|MET|CONSULTED|PLANS_TO_MEET|SUPPLIES|REQUESTS|SANCTIONS|ACCUSES|THREATENS|CRITICISES|SUPPORTS|AT_WAR_WITH|ALLIED_WITH|USES_WEAPON]-(:Entity)
WITH DISTINCT edge
DELETE edge
