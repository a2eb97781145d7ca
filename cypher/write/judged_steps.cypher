// name: judged_steps
// summary: The steps of judgements that lead on from some entities; a split holds in its articles only.
// param ids: strings -- ids of entities
// returns: from, to, articles

UNWIND $ids AS id
MATCH (:Entity {id: id})-[:SAME_AS|SPLIT_INTO*0..20]->(from:Entity)-[step:SAME_AS|SPLIT_INTO]->(to:Entity)
WITH DISTINCT from, step, to
RETURN from.id AS from, to.id AS to, step.articles AS articles ORDER BY step.judgement
