// name: statement_has_one_article
// summary: Every statement stands in exactly one article.
// returns: id

MATCH (statement:Statement)
WHERE COUNT { (statement)-[:FROM]->(:Article) } <> 1
RETURN statement.id AS id ORDER BY id
