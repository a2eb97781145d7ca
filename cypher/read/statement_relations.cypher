// name: statement_relations
// summary: The relations between entities that a statement states.
// param statement: string -- id of the statement
// example statement: statement:e29445ddadd499c4f61f
// continues: relation_row

MATCH (:Statement {id: $statement})<-[:STATED_IN]-(place:Relation)<-[:SUBJECT_OF]-(one:Entity)
MATCH (one)-[edge:HOLDS_ROLE|MEMBER_OF|SEEKS_MEMBERSHIP|LOCATED_IN|MET|CONSULTED|PLANS_TO_MEET|SUPPLIES|REQUESTS|SANCTIONS|ACCUSES|THREATENS|CRITICISES|SUPPORTS|AT_WAR_WITH|ALLIED_WITH|USES_WEAPON]-(:Entity)
WHERE edge.id = place.edge
WITH DISTINCT edge, startNode(edge) AS subject, endNode(edge) AS object
