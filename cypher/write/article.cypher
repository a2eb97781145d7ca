// name: article
// summary: Write an article's properties and link it with its outlet and with whom and what it mentions.
// param article: row -- id, properties
// param published_by: rows -- entity, name, names; none or one
// param mentions: rows -- entity, name, names, count, spans, texts, kinds
// returns: nothing

MATCH (article:Article {id: $article.id})
SET article = $article.properties,
    article.id = $article.id,
    article.ingested_at = datetime()
WITH article
CALL (article) {
    UNWIND $published_by AS row
    MATCH (outlet:Entity {id: row.entity})
    CREATE (article)-[:PUBLISHED_BY {name: row.name, names: row.names}]->(outlet)
}
CALL (article) {
    UNWIND $mentions AS row
    MATCH (entity:Entity {id: row.entity})
    CREATE (entity)-[:MENTIONED_IN {
      name: row.name, names: row.names, count: row.count, spans: row.spans, texts: row.texts, kinds: row.kinds
    }]->(article)
}
