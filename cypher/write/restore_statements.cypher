// name: restore_statements
// summary: Bring back to some statements all that was found of them, from wherever judgements have put it.
// param ids: strings -- ids of the statements
// returns: nothing

UNWIND $ids AS id
MATCH (statement:Statement|Dismissed {id: id})
CALL (statement) {
    MATCH (statement)<-[link:SAID]-(:Entity)
    WHERE link.found IS NOT NULL
    MATCH (found:Entity {id: link.found})
    CREATE (found)-[home:SAID]->(statement)
    SET home = properties(link), home.found = null
    DELETE link
}
CALL (statement) {
    MATCH (statement)-[link:ABOUT|ADDRESSED_TO|REPORTED_BY]->(:Entity)
    WHERE link.found IS NOT NULL
    MATCH (found:Entity {id: link.found})
    CREATE (statement)-[home:$(type(link))]->(found)
    SET home = properties(link), home.found = null
    DELETE link
}
CALL (statement) {
    MATCH (statement)<-[link:FOLDED {link: 'ABOUT'}]-(found:Entity)
    CREATE (statement)-[home:ABOUT]->(found)
    SET home = properties(link), home.link = null
    DELETE link
}
CALL (statement) {
    MATCH (statement)-[link:SAID|ABOUT]-()
    WHERE link.judgement IS NOT NULL
    DELETE link
}
CALL (statement) {
    MATCH (statement)-[link:RESTATES {how: 'same words'}]-()
    DELETE link
}
CALL (statement) {
    MATCH (statement)<-[kept:CORRECTED]-(other)
    WHERE kept.outgoing
    CREATE (statement)-[link:$(kept.link)]->(other)
    SET link = properties(kept), link.link = null, link.outgoing = null, link.judgement = null
    DELETE kept
}
CALL (statement) {
    MATCH (statement)<-[kept:CORRECTED]-(other)
    WHERE NOT kept.outgoing
    CREATE (other)-[link:$(kept.link)]->(statement)
    SET link = properties(kept), link.link = null, link.outgoing = null, link.judgement = null
    DELETE kept
}
SET statement:Statement,
    statement.judgements = null,
    statement.quote_key = CASE statement.found_quote_key
      WHEN IS NULL THEN statement.quote_key
      WHEN '' THEN null
      ELSE statement.found_quote_key
    END,
    statement.found_quote_key = null
REMOVE statement:Dismissed
