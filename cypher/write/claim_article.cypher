// name: claim_article
// summary: Make an article's node, keep it to this transaction, and tell what the graph holds of it.
// param id: string -- id of the article
// param text_sha256: string -- of its text
// continues: article_state

MERGE (article:Article {id: $id})
// a property that is set is locked, also when its value stays
SET article.id = $id
WITH article
