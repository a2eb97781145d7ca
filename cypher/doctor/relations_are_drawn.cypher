// name: relations_are_drawn
// summary: What an article says of two entities is an edge between them, of that type and modality.
// returns: id

MATCH (subject:Entity)-[:SUBJECT_OF]->(relation:Relation)-[:HAS_OBJECT]->(object:Entity)
WHERE (subject = object AND relation.edge IS NOT NULL)
   OR (subject <> object AND NOT EXISTS {
         MATCH (subject)-[edge:HOLDS_ROLE|MEMBER_OF|SEEKS_MEMBERSHIP|LOCATED_IN|MET|CONSULTED|PLANS_TO_MEET|SUPPLIES|REQUESTS|SANCTIONS|ACCUSES|THREATENS|CRITICISES|SUPPORTS|AT_WAR_WITH|ALLIED_WITH|USES_WEAPON]-(object)
         WHERE edge.id = relation.edge AND type(edge) = relation.type AND edge.modality = relation.modality
       })
RETURN relation.id AS id ORDER BY id
