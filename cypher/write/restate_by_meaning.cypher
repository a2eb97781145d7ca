// name: restate_by_meaning
// summary: Link statements with the earliest of their speaker that say the same in other words; some were compared now.
// param ids: strings -- of the statements that were compared
// param links: rows -- statement, first, score
// returns: nothing

CALL () {
    UNWIND $ids + [row IN $links | row.statement] AS id
    WITH DISTINCT id
    MATCH (:Statement {id: id})-[link:RESTATES {how: 'same meaning'}]->(:Statement)
    DELETE link
}
CALL () {
    UNWIND $links AS row
    MATCH (statement:Statement {id: row.statement})
    MATCH (first:Statement {id: row.first})
    CREATE (statement)-[:RESTATES {how: 'same meaning', score: row.score}]->(first)
}
UNWIND $ids AS id
MATCH (embedding:Embedding {id: id})
REMOVE embedding:Uncompared
