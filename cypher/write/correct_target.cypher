// name: correct_target
// summary: A statement is not about whom was found, or also about somebody who was not; the rank and the stance stay.
// param statement: string -- id of the statement
// param judgement: string -- id of the judgement
// param found: strings -- ids of whom it is not about
// param to: string = null -- id of whom it is about
// returns: nothing

MATCH (statement:Statement {id: $statement})
CALL (statement) {
    MATCH (statement)-[about:ABOUT]->(found:Entity)
    WHERE found.id IN $found
    CREATE (found)-[kept:CORRECTED]->(statement)
    SET kept = properties(about), kept.link = 'ABOUT', kept.outgoing = true, kept.judgement = $judgement
    DELETE about
}
CALL (statement) {
    MATCH (to:Entity {id: $to})
    WHERE NOT EXISTS { (statement)-[:ABOUT]->(to) }
    WITH statement, to,
         head(COLLECT {
           MATCH (statement)<-[kept:CORRECTED {link: 'ABOUT', judgement: $judgement}]-()
           RETURN kept ORDER BY kept.rank LIMIT 1
         }) AS before,
         size(COLLECT {
           MATCH (statement)-[about:ABOUT|CORRECTED]-(:Entity)
           WHERE about.rank IS NOT NULL
           RETURN DISTINCT about.rank
         }) AS ranks
    CREATE (statement)-[about:ABOUT {judgement: $judgement}]->(to)
    SET about.rank = coalesce(before.rank, ranks + 1),
        about.stance = coalesce(before.stance, 'neutral'),
        about.score = coalesce(before.score, 0.0)
}
SET statement.judgements = coalesce(statement.judgements, []) + $judgement
