// name: draw_edges
// summary: Draw edges anew from the relations that speak for them; without any there is no edge.
// param edges: rows -- edge, subject, type, object
// returns: nothing

UNWIND $edges AS row
MATCH (subject:Entity {id: row.subject})
MATCH (object:Entity {id: row.object})
CALL (row, subject, object) {
    MATCH (subject)-[edge:HOLDS_ROLE|MEMBER_OF|SEEKS_MEMBERSHIP|LOCATED_IN|MET|CONSULTED|PLANS_TO_MEET|SUPPLIES|REQUESTS|SANCTIONS|ACCUSES|THREATENS|CRITICISES|SUPPORTS|AT_WAR_WITH|ALLIED_WITH|USES_WEAPON]->(object)
    WHERE edge.id = row.edge
    DELETE edge
}
CALL (row, subject, object) {
    // an edge that is in the news every day names its newest evidence only, and says how much there is
    MATCH (relation:Relation {edge: row.edge})
    WHERE relation.sort_key IS NOT NULL
    WITH row, subject, object, relation ORDER BY relation.sort_key LIMIT 100
    WITH row, subject, object, collect(relation) AS newest
    WHERE size(newest) > 0
    WITH row, subject, object, newest, head(newest) AS latest,
         head(COLLECT {
           MATCH (relation:Relation {edge: row.edge})
           WHERE relation.published_at IS NOT NULL
           RETURN relation.published_at AS day ORDER BY day LIMIT 1
         }) AS first_seen
    CREATE (subject)-[edge:$(row.type)]->(object)
    SET edge.id = row.edge,
        edge.modality = latest.modality,
        edge.title = CASE row.type WHEN 'HOLDS_ROLE' THEN latest.topic END,
        edge.topic = CASE row.type WHEN 'HOLDS_ROLE' THEN null ELSE latest.topic END,
        edge.from = latest.role_from,
        edge.to = latest.role_to,
        edge.known = latest.known,
        edge.plover = latest.plover,
        edge.count = COUNT { (:Relation {edge: row.edge}) },
        edge.first_seen = first_seen,
        edge.last_seen = latest.published_at,
        edge.articles = COLLECT {
          UNWIND newest AS relation
          MATCH (relation)-[:FROM]->(article:Article)
          RETURN DISTINCT article.id AS id ORDER BY id
        },
        edge.statements = COLLECT {
          UNWIND newest AS relation
          MATCH (relation)-[:STATED_IN]->(statement:Statement)
          RETURN DISTINCT statement.id AS id ORDER BY id
        },
        // the order of pages, as paging.page_key makes it
        edge.sort_key = right('0000000' + toString(9999999 - coalesce(
          duration.inDays(date('0001-01-01'), latest.published_at).days + 1, 0)), 7) + '/' + row.edge
}
