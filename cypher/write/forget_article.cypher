// name: forget_article
// summary: Remove all that was said of an article; its node and the entities stay.
// param id: string -- id of the article
// returns: nothing

MATCH (article:Article {id: $id})
CALL (article) {
    MATCH (article)<-[:FROM]-(:Statement)-[:SAID|ADDRESSED_TO|REPORTED_BY]-(source:AnonymousSource)
    WITH DISTINCT source
    DETACH DELETE source
}
CALL (article) {
    MATCH (article)<-[:FROM]-(told:Statement|Relation)
    DETACH DELETE told
}
CALL (article) {
    MATCH (article)-[link:MENTIONED_IN|PUBLISHED_BY|FOLDED]-(:Entity)
    DELETE link
}
