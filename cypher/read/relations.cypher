// name: relations
// summary: Who has to do what with whom: roles, meetings, supplies, wars; each with its evidence, last seen first.
// param entity: entity = null -- one of the two
// param subject: entity = null -- who acts; either of the two where a relation has no direction
// param object: entity = null -- with whom or what; either of the two where a relation has no direction
// param type: string(HOLDS_ROLE|MEMBER_OF|SEEKS_MEMBERSHIP|LOCATED_IN|MET|CONSULTED|PLANS_TO_MEET|SUPPLIES|REQUESTS|SANCTIONS|ACCUSES|THREATENS|CRITICISES|SUPPORTS|AT_WAR_WITH|ALLIED_WITH|USES_WEAPON) = null -- what they have to do with each other
// param modality: string(asserted|planned|denied|hypothetical) = null -- how real it is, as the text has it
// param since: date = null -- still seen on this day or later
// param until: date = null -- first seen on this day or before
// param after: string = null -- where the page before ended
// param limit: integer(1..500) = 50 -- at most this many rows
// example entity: country:ukraine
// pages: last_seen, relation
// continues: relation_row

// One branch finds the edges to begin with; the others find nothing.
CALL () {
    MATCH (:Entity {id: $entity})-[edge:HOLDS_ROLE|MEMBER_OF|SEEKS_MEMBERSHIP|LOCATED_IN|MET|CONSULTED|PLANS_TO_MEET|SUPPLIES|REQUESTS|SANCTIONS|ACCUSES|THREATENS|CRITICISES|SUPPORTS|AT_WAR_WITH|ALLIED_WITH|USES_WEAPON]-(:Entity)
    RETURN edge
  UNION
    MATCH (:Entity {id: CASE WHEN $entity IS NULL THEN $subject END})-[edge:HOLDS_ROLE|MEMBER_OF|SEEKS_MEMBERSHIP|LOCATED_IN|MET|CONSULTED|PLANS_TO_MEET|SUPPLIES|REQUESTS|SANCTIONS|ACCUSES|THREATENS|CRITICISES|SUPPORTS|AT_WAR_WITH|ALLIED_WITH|USES_WEAPON]-(:Entity)
    RETURN edge
  UNION
    MATCH (:Entity {id: CASE WHEN coalesce($entity, $subject) IS NULL THEN $object END})-[edge:HOLDS_ROLE|MEMBER_OF|SEEKS_MEMBERSHIP|LOCATED_IN|MET|CONSULTED|PLANS_TO_MEET|SUPPLIES|REQUESTS|SANCTIONS|ACCUSES|THREATENS|CRITICISES|SUPPORTS|AT_WAR_WITH|ALLIED_WITH|USES_WEAPON]-(:Entity)
    RETURN edge
  UNION
    MATCH (:Entity)-[edge:HOLDS_ROLE|MEMBER_OF|SEEKS_MEMBERSHIP|LOCATED_IN|MET|CONSULTED|PLANS_TO_MEET|SUPPLIES|REQUESTS|SANCTIONS|ACCUSES|THREATENS|CRITICISES|SUPPORTS|AT_WAR_WITH|ALLIED_WITH|USES_WEAPON]->(:Entity)
    WHERE coalesce($entity, $subject, $object) IS NULL
      AND ($after IS NULL OR edge.sort_key > $after)
      AND ($type IS NULL OR type(edge) = $type)
      AND ($modality IS NULL OR edge.modality = $modality)
      AND ($since IS NULL OR edge.last_seen >= $since)
      AND ($until IS NULL OR edge.first_seen <= $until)
    RETURN edge ORDER BY edge.sort_key LIMIT $limit
}
WITH edge, startNode(edge) AS subject, endNode(edge) AS object,
     type(edge) IN ['MET', 'CONSULTED', 'PLANS_TO_MEET', 'AT_WAR_WITH', 'ALLIED_WITH'] AS symmetric
WHERE ($after IS NULL OR edge.sort_key > $after)
  AND ($type IS NULL OR type(edge) = $type)
  AND ($modality IS NULL OR edge.modality = $modality)
  AND ($since IS NULL OR edge.last_seen >= $since)
  AND ($until IS NULL OR edge.first_seen <= $until)
  AND ($subject IS NULL OR subject.id = $subject OR (symmetric AND object.id = $subject))
  AND ($object IS NULL OR object.id = $object OR (symmetric AND subject.id = $object))
WITH edge, subject, object ORDER BY edge.sort_key LIMIT $limit
