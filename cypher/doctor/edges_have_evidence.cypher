// name: edges_have_evidence
// summary: Every edge between two entities counts the relations that speak for it, and lists articles and statements that are there.
// returns: id

MATCH (subject:Entity)-[edge:HOLDS_ROLE|MEMBER_OF|SEEKS_MEMBERSHIP|LOCATED_IN|MET|CONSULTED|PLANS_TO_MEET|SUPPLIES|REQUESTS|SANCTIONS|ACCUSES|THREATENS|CRITICISES|SUPPORTS|AT_WAR_WITH|ALLIED_WITH|USES_WEAPON]->(object:Entity)
WHERE edge.count <> COUNT { (:Relation {edge: edge.id}) }
   OR edge.count IS NULL
   OR edge.count = 0
   OR coalesce(edge.articles, []) = []
   OR any(id IN edge.articles WHERE NOT EXISTS { (:Article {id: id}) })
   OR edge.statements IS NULL
   OR any(id IN edge.statements WHERE NOT EXISTS { (:Statement {id: id}) })
   OR coalesce(edge.first_seen > edge.last_seen, false)
RETURN edge.id AS id ORDER BY id
