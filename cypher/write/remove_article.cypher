// name: remove_article
// summary: Remove the node of an article that is forgotten.
// param id: string -- id of the article
// returns: nothing

MATCH (article:Article {id: $id})
DELETE article
