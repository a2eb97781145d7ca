// name: published_by
// summary: Link an article with the organisation that published it.
// param article: string -- id of the article
// param published_by: rows -- entity, name, names; none or one
// returns: nothing

MATCH (article:Article {id: $article})
UNWIND $published_by AS row
MATCH (outlet:Entity {id: row.entity})
CREATE (article)-[:PUBLISHED_BY {name: row.name, names: row.names}]->(outlet)
