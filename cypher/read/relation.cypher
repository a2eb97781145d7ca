// name: relation
// summary: One relation between two entities, with how often and where it was seen.
// param relation: string -- its id
// example relation: edge:dbdfae7d8be3d8b000eb
// continues: relation_row

MATCH (evidence:Relation {edge: $relation})
WITH evidence LIMIT 1
MATCH (evidence)<-[:SUBJECT_OF]-(one:Entity)
MATCH (one)-[edge:HOLDS_ROLE|MEMBER_OF|SEEKS_MEMBERSHIP|LOCATED_IN|MET|CONSULTED|PLANS_TO_MEET|SUPPLIES|REQUESTS|SANCTIONS|ACCUSES|THREATENS|CRITICISES|SUPPORTS|AT_WAR_WITH|ALLIED_WITH|USES_WEAPON]-(:Entity)
WHERE edge.id = $relation
WITH edge, startNode(edge) AS subject, endNode(edge) AS object
