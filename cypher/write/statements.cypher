// name: statements
// summary: Make the statements of an article.
// param article: string -- id of the article
// param statements: rows -- id and properties
// returns: nothing

MATCH (article:Article {id: $article})
UNWIND $statements AS row
MERGE (statement:Statement {id: row.id})
SET statement += row.properties
CREATE (statement)-[:FROM]->(article)
