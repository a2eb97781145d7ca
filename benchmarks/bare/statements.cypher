UNWIND $statements AS row
MATCH (article:Article {id: $article.id})
MERGE (statement:Statement {id: row.id})
SET statement += row.properties
MERGE (statement)-[:FROM]->(article)
