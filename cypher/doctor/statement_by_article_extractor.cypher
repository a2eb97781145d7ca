// name: statement_by_article_extractor
// summary: Nothing is left of an older extractor: every statement is of its article's extractor.
// returns: id

MATCH (statement:Statement)-[:FROM]->(article:Article)
WHERE statement.extractor <> article.extractor
RETURN statement.id AS id ORDER BY id
