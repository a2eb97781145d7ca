// name: article
// summary: Write the properties of an article.
// param article: row -- id and properties
// returns: nothing

MATCH (article:Article {id: $article.id})
SET article = $article.properties,
    article.id = $article.id,
    article.ingested_at = datetime()
