// name: graph
// summary: The links of a picture: what entities have to do with each other and who speaks about whom, around one, in an article, or of all.
// param entity: entity = null -- the middle; without it and an article, those who are most in the news
// param article: string = null -- only what this article says
// param depth: integer(1..2) = 1 -- how many links away from the middle
// param types: strings = [] -- only these links: relations such as MET, or SPEAKS_ABOUT
// param since: date = null -- not before this day
// param until: date = null -- not after this day
// param neighbours: integer(1..2000) = 40 -- at most this many entities on each way outward
// param limit: integer(1..5000) = 300 -- at most this many links
// returns: edge, type, from, from_id, from_type, to, to_id, to_type, modality, count, first_seen, last_seen
// example entity: person:olena-berezna

WITH $types = [] OR 'SPEAKS_ABOUT' IN $types AS speaking
CALL () {
    MATCH (middle:Entity {id: $entity})
    RETURN [middle] AS first
  UNION ALL
    MATCH (:Article {id: CASE WHEN $entity IS NULL THEN $article END})<-[:MENTIONED_IN]-(mentioned:Entity)
    WITH mentioned ORDER BY mentioned.id LIMIT $neighbours
    RETURN collect(mentioned) AS first
  UNION ALL
    MATCH (entity:Entity&!Merged)
    WHERE coalesce($entity, $article) IS NULL
    WITH entity, COUNT { (entity)-[:SAID]->() } + COUNT { (entity)<-[:ABOUT]-() } AS weight
    ORDER BY weight DESC, entity.id LIMIT $neighbours
    RETURN collect(entity) AS first
}
WITH speaking, first WHERE first <> []
CALL (speaking, first) {
    UNWIND CASE WHEN $entity IS NULL THEN [] ELSE first END AS one
    CALL (one, speaking) {
        MATCH (one)-[:SAID]->(said:Statement)-[:ABOUT]->(near:Entity)
        WHERE speaking
        RETURN near, said.id AS evidence
      UNION
        MATCH (one)<-[:ABOUT]-(said:Statement)<-[:SAID]-(near:Entity)
        WHERE speaking
        RETURN near, said.id AS evidence
      UNION
        MATCH (one)-[edge:HOLDS_ROLE|MEMBER_OF|SEEKS_MEMBERSHIP|LOCATED_IN|MET|CONSULTED|PLANS_TO_MEET|SUPPLIES|REQUESTS|SANCTIONS|ACCUSES|THREATENS|CRITICISES|SUPPORTS|AT_WAR_WITH|ALLIED_WITH|USES_WEAPON]-(near:Entity)
        WHERE $types = [] OR type(edge) IN $types
        RETURN near, edge.id AS evidence
    }
    WITH near, first, count(*) AS weight
    WHERE NOT near IN first
    WITH near, weight ORDER BY weight DESC, near.id LIMIT $neighbours
    RETURN collect(near) AS second
}
CALL (speaking, first, second) {
    UNWIND CASE WHEN $depth = 1 THEN [] ELSE second END AS one
    CALL (one, speaking) {
        MATCH (one)-[:SAID]->(said:Statement)-[:ABOUT]->(near:Entity)
        WHERE speaking
        RETURN near, said.id AS evidence
      UNION
        MATCH (one)<-[:ABOUT]-(said:Statement)<-[:SAID]-(near:Entity)
        WHERE speaking
        RETURN near, said.id AS evidence
      UNION
        MATCH (one)-[edge:HOLDS_ROLE|MEMBER_OF|SEEKS_MEMBERSHIP|LOCATED_IN|MET|CONSULTED|PLANS_TO_MEET|SUPPLIES|REQUESTS|SANCTIONS|ACCUSES|THREATENS|CRITICISES|SUPPORTS|AT_WAR_WITH|ALLIED_WITH|USES_WEAPON]-(near:Entity)
        WHERE $types = [] OR type(edge) IN $types
        RETURN near, edge.id AS evidence
    }
    WITH near, first, second, count(*) AS weight
    WHERE NOT near IN first AND NOT near IN second
    WITH near, weight ORDER BY weight DESC, near.id LIMIT $neighbours
    RETURN collect(near) AS third
}
WITH speaking, first + second + third AS members
UNWIND members AS from
CALL (from, members, speaking) {
    MATCH (from)-[:SAID]->(said:Statement)-[:ABOUT]->(to:Entity)
    WHERE speaking AND to IN members AND to <> from
    MATCH (said)-[:FROM]->(article:Article)
    WHERE ($article IS NULL OR article.id = $article)
      AND ($since IS NULL OR article.published_at >= $since)
      AND ($until IS NULL OR article.published_at <= $until)
    WITH to, count(DISTINCT said) AS count, min(article.published_at) AS first_seen, max(article.published_at) AS last_seen
    RETURN to, null AS edge, 'SPEAKS_ABOUT' AS type, null AS modality, count, first_seen, last_seen
  UNION ALL
    MATCH (from)-[edge:HOLDS_ROLE|MEMBER_OF|SEEKS_MEMBERSHIP|LOCATED_IN|MET|CONSULTED|PLANS_TO_MEET|SUPPLIES|REQUESTS|SANCTIONS|ACCUSES|THREATENS|CRITICISES|SUPPORTS|AT_WAR_WITH|ALLIED_WITH|USES_WEAPON]->(to:Entity)
    WHERE to IN members
      AND ($types = [] OR type(edge) IN $types)
      AND ($since IS NULL OR edge.last_seen >= $since)
      AND ($until IS NULL OR edge.first_seen <= $until)
      AND ($article IS NULL OR EXISTS { (:Relation {edge: edge.id})-[:FROM]->(:Article {id: $article}) })
    RETURN to, edge.id AS edge, type(edge) AS type, edge.modality AS modality, edge.count AS count,
           edge.first_seen AS first_seen, edge.last_seen AS last_seen
}
WITH from, to, edge, type, modality, count, first_seen, last_seen
ORDER BY count DESC, from.id, to.id, type, edge LIMIT $limit
RETURN coalesce(edge, from.id + ' ' + to.id) AS edge,
       type,
       from.name AS from,
       from.id AS from_id,
       [label IN labels(from) WHERE label <> 'Entity'][0] AS from_type,
       to.name AS to,
       to.id AS to_id,
       [label IN labels(to) WHERE label <> 'Entity'][0] AS to_type,
       modality, count,
       toString(first_seen) AS first_seen,
       toString(last_seen) AS last_seen
