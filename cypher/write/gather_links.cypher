// name: gather_links
// summary: Bring back to some entities what was found as them, from wherever judgements have moved it.
// param ids: strings -- ids of entities
// returns: nothing

UNWIND $ids AS id
MATCH (found:Entity {id: id})
CALL (found) {
    MATCH (found)-[:SAME_AS|SPLIT_INTO*1..20]->(holder:Entity)
    WITH DISTINCT found, holder
    MATCH (holder)-[link:SAID|MENTIONED_IN|SUBJECT_OF]->(other)
    WHERE link.found = found.id
    CREATE (found)-[home:$(type(link))]->(other)
    SET home = properties(link), home.found = null
    DELETE link
}
CALL (found) {
    MATCH (found)-[:SAME_AS|SPLIT_INTO*1..20]->(holder:Entity)
    WITH DISTINCT found, holder
    MATCH (holder)<-[link:ABOUT|ADDRESSED_TO|REPORTED_BY|PUBLISHED_BY|HAS_OBJECT]-(other)
    WHERE link.found = found.id
    CREATE (found)<-[home:$(type(link))]-(other)
    SET home = properties(link), home.found = null
    DELETE link
}
CALL (found) {
    MATCH (found)-[link:FOLDED {link: 'MENTIONED_IN'}]->(other)
    CREATE (found)-[home:MENTIONED_IN]->(other)
    SET home = properties(link), home.link = null
    DELETE link
}
CALL (found) {
    MATCH (found)-[link:FOLDED {link: 'ABOUT'}]->(other)
    CREATE (found)<-[home:ABOUT]-(other)
    SET home = properties(link), home.link = null
    DELETE link
}
