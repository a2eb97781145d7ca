// name: article_is_there_once
// summary: No two articles have the same text from the same outlet.
// returns: id

MATCH (article:Article)
WITH article.text_sha256 AS text, toLower(coalesce(article.outlet, '')) AS outlet, collect(article.id) AS ids
WHERE size(ids) > 1
UNWIND ids AS id
RETURN id ORDER BY id
