// name: mentions
// summary: Link entities with the article that mentions them.
// param article: string -- id of the article
// param mentions: rows -- entity, name, names, count, spans, texts, kinds
// returns: nothing

MATCH (article:Article {id: $article})
UNWIND $mentions AS row
MATCH (entity:Entity {id: row.entity})
CREATE (entity)-[:MENTIONED_IN {
  name: row.name, names: row.names, count: row.count, spans: row.spans, texts: row.texts, kinds: row.kinds
}]->(article)
