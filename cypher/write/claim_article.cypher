// name: claim_article
// summary: Make an article's node and keep it to this transaction.
// param id: string -- id of the article
// returns: nothing

MERGE (article:Article {id: $id})
// a property that is set is locked, also when its value stays
SET article.id = $id
