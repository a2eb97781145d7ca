// name: scatter_links
// summary: Move what was found as some entities to those whom judgements say they are; each link keeps whom it was found as.
// param moves: rows -- found, to, articles (only what stands in these), unless (not what stands in these)
// returns: nothing

UNWIND $moves AS move
MATCH (found:Entity {id: move.found})
MATCH (to:Entity {id: move.to})
CALL (found, to, move) {
    MATCH (found)-[link:SAID|MENTIONED_IN|SUBJECT_OF]->(other)
    WHERE link.found IS NULL
    WITH found, to, move, link, other,
         CASE WHEN other:Article THEN other.id ELSE head(COLLECT { MATCH (other)-[:FROM]->(a) RETURN a.id }) END AS article
    WHERE (move.articles IS NULL OR article IN move.articles) AND NOT coalesce(article IN move.unless, false)
    CREATE (to)-[moved:$(type(link))]->(other)
    SET moved = properties(link), moved.found = found.id
    DELETE link
}
CALL (found, to, move) {
    MATCH (found)<-[link:ABOUT|ADDRESSED_TO|REPORTED_BY|PUBLISHED_BY|HAS_OBJECT]-(other)
    WHERE link.found IS NULL
    WITH found, to, move, link, other,
         CASE WHEN other:Article THEN other.id ELSE head(COLLECT { MATCH (other)-[:FROM]->(a) RETURN a.id }) END AS article
    WHERE (move.articles IS NULL OR article IN move.articles) AND NOT coalesce(article IN move.unless, false)
    CREATE (to)<-[moved:$(type(link))]-(other)
    SET moved = properties(link), moved.found = found.id
    DELETE link
}
