UNWIND $published_by AS row
MATCH (article:Article {id: $article.id})
MATCH (outlet:Entity {id: row.entity})
MERGE (article)-[link:PUBLISHED_BY]->(outlet)
SET link.name = row.name, link.names = row.names
