// name: lock_article
// summary: Keep an article to this transaction, if it is there.
// param id: string -- id of the article
// returns: id

MATCH (article:Article {id: $id})
// a property that is set is locked, also when its value stays
SET article.id = $id
RETURN article.id AS id
