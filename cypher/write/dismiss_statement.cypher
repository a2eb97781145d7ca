// name: dismiss_statement
// summary: What was found to be a statement is none: it is no Statement any more, and all its links stay as corrected ones.
// param statement: string -- id of the statement
// param judgement: string -- id of the judgement
// returns: nothing

MATCH (statement:Statement {id: $statement})
CALL (statement) {
    MATCH (statement)-[link:RESTATES {how: 'same words'}]-()
    DELETE link
}
CALL (statement) {
    MATCH (statement)-[link:ABOUT|ADDRESSED_TO|REPORTED_BY|WITHIN|RESTATES]->(other)
    CREATE (other)-[kept:CORRECTED]->(statement)
    SET kept = properties(link), kept.link = type(link), kept.outgoing = true, kept.judgement = $judgement
    DELETE link
}
CALL (statement) {
    MATCH (statement)<-[link:SAID|WITHIN|RESTATES|STATED_IN]-(other)
    CREATE (other)-[kept:CORRECTED]->(statement)
    SET kept = properties(link), kept.link = type(link), kept.outgoing = false, kept.judgement = $judgement
    DELETE link
}
SET statement:Dismissed, statement.judgements = coalesce(statement.judgements, []) + $judgement
REMOVE statement:Statement
