// name: forget_article
// summary: Remove all that was said of an article; its node and the entities stay.
// param id: string -- id of the article
// returns: nothing

MATCH (article:Article {id: $id})
CALL (article) {
    MATCH (article)<-[:FROM]-(:Statement|Dismissed)-[:SAID|ADDRESSED_TO|REPORTED_BY|CORRECTED]-(source:AnonymousSource)
    WITH DISTINCT source
    DETACH DELETE source
}
CALL (article) {
    MATCH (article)<-[:FROM]-(:Statement)<-[:RESTATES {how: 'same meaning'}]-(later:Statement)
    MATCH (embedding:Embedding {id: later.id})
    SET embedding:Uncompared
}
CALL (article) {
    MATCH (article)<-[:FROM]-(told:Statement|Dismissed|Relation)
    OPTIONAL MATCH (embedding:Embedding {id: told.id})
    DETACH DELETE told, embedding
}
CALL (article) {
    MATCH (article)-[link:MENTIONED_IN|PUBLISHED_BY|FOLDED]-(:Entity)
    DELETE link
}
