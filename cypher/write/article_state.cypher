// name: article_state
// summary: What the graph holds of an article, and which others hold the same text.
// param id: string -- id of the article
// param text_sha256: string -- of its text
// continues: article_state

OPTIONAL MATCH (article:Article {id: $id})
