// name: fold_links
// summary: Of several links that judgements made of one to the same article or statement, keep one and fold the others.
// param ids: strings -- ids of entities
// returns: nothing

UNWIND $ids AS id
MATCH (holder:Entity {id: id})
CALL (holder) {
    MATCH (holder)-[moved:MENTIONED_IN]->(article:Article)
    WHERE moved.found IS NOT NULL
    WITH DISTINCT holder, article
    MATCH (holder)-[link:MENTIONED_IN]->(article)
    WITH holder, article, link ORDER BY link.found IS NOT NULL, link.found
    WITH holder, article, tail(collect(link)) AS surplus
    UNWIND surplus AS link
    MATCH (found:Entity {id: coalesce(link.found, holder.id)})
    CREATE (found)-[folded:FOLDED]->(article)
    SET folded = properties(link), folded.found = null, folded.link = 'MENTIONED_IN'
    DELETE link
}
CALL (holder) {
    MATCH (holder)<-[moved:ABOUT]-(statement:Statement)
    WHERE moved.found IS NOT NULL
    WITH DISTINCT holder, statement
    MATCH (holder)<-[link:ABOUT]-(statement)
    WITH holder, statement, link ORDER BY link.rank
    WITH holder, statement, tail(collect(link)) AS surplus
    UNWIND surplus AS link
    MATCH (found:Entity {id: coalesce(link.found, holder.id)})
    CREATE (found)-[folded:FOLDED]->(statement)
    SET folded = properties(link), folded.found = null, folded.link = 'ABOUT'
    DELETE link
}
