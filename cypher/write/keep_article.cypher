// name: keep_article
// summary: Keep an article to this transaction, as its writers do.
// param id: string -- id of the article
// returns: nothing

MATCH (article:Article {id: $id})
SET article.id = $id
