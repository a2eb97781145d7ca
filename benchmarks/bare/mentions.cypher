UNWIND $mentions AS row
MATCH (article:Article {id: $article.id})
MATCH (entity:Entity {id: row.entity})
MERGE (entity)-[link:MENTIONED_IN]->(article)
SET link.name = row.name,
    link.names = row.names,
    link.count = row.count,
    link.spans = row.spans,
    link.texts = row.texts,
    link.kinds = row.kinds
