// name: correct_speaker
// summary: A statement is somebody else's than was found; who was found stays as what was corrected.
// param statement: string -- id of the statement
// param judgement: string -- id of the judgement
// param to: string -- id of the entity that speaks
// param quote_key: string = null -- what the statement has in common with the same words of that speaker
// returns: nothing

MATCH (statement:Statement {id: $statement})
MATCH (speaker:Entity {id: $to})
MATCH (found)-[said:SAID]->(statement)
CREATE (found)-[kept:CORRECTED]->(statement)
SET kept = properties(said), kept.link = 'SAID', kept.outgoing = false, kept.judgement = $judgement
DELETE said
CREATE (speaker)-[:SAID {judgement: $judgement}]->(statement)
SET statement.judgements = coalesce(statement.judgements, []) + $judgement,
    statement.found_quote_key = coalesce(statement.quote_key, ''),
    statement.quote_key = $quote_key
