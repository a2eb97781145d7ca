// name: statements
// summary: Write an article's statements and unnamed speakers, and link them with all who have to do with them.
// param article: string -- id of the article
// param anonymous_sources: rows -- id, text, kind
// param statements: rows -- id, properties
// param said: rows -- source, statement
// param about: rows -- statement, entity, rank, stance, score
// param addressed_to: rows -- statement, source, order
// param reported_by: rows -- statement, source, order
// param within: rows -- statement, parent
// param restates: rows -- statement, fuller
// returns: nothing

MATCH (article:Article {id: $article})
CALL () {
    UNWIND $anonymous_sources AS row
    MERGE (source:AnonymousSource {id: row.id})
    SET source.text = row.text, source.kind = row.kind
}
CALL (article) {
    UNWIND $statements AS row
    MERGE (statement:Statement {id: row.id})
    SET statement += row.properties
    CREATE (statement)-[:FROM]->(article)
}
CALL () {
    UNWIND $said AS row
    MATCH (source:Entity|AnonymousSource {id: row.source})
    MATCH (statement:Statement {id: row.statement})
    CREATE (source)-[:SAID]->(statement)
}
CALL () {
    UNWIND $about AS row
    MATCH (statement:Statement {id: row.statement})
    MATCH (entity:Entity {id: row.entity})
    CREATE (statement)-[:ABOUT {rank: row.rank, stance: row.stance, score: row.score}]->(entity)
}
CALL () {
    UNWIND $addressed_to AS row
    MATCH (statement:Statement {id: row.statement})
    MATCH (source:Entity|AnonymousSource {id: row.source})
    CREATE (statement)-[:ADDRESSED_TO {order: row.order}]->(source)
}
CALL () {
    UNWIND $reported_by AS row
    MATCH (statement:Statement {id: row.statement})
    MATCH (source:Entity|AnonymousSource {id: row.source})
    CREATE (statement)-[:REPORTED_BY {order: row.order}]->(source)
}
CALL () {
    UNWIND $within AS row
    MATCH (statement:Statement {id: row.statement})
    MATCH (parent:Statement {id: row.parent})
    CREATE (statement)-[:WITHIN]->(parent)
}
CALL () {
    UNWIND $restates AS row
    MATCH (statement:Statement {id: row.statement})
    MATCH (fuller:Statement {id: row.fuller})
    CREATE (statement)-[:RESTATES {how: 'summary', score: 1.0}]->(fuller)
}
