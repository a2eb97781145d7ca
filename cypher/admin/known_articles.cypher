// name: known_articles
// summary: The text and the extractor of the articles that are in the graph.
// param ids: strings -- ids of articles
// returns: id, text_sha256, extractor

UNWIND $ids AS id
MATCH (article:Article {id: id})
RETURN article.id AS id, article.text_sha256 AS text_sha256, article.extractor AS extractor
