// name: remove_article
// summary: Remove the node of an article that is forgotten; items of jobs name the one that is the same, if there is one.
// param id: string -- id of the article
// param same_as: string = null -- id of the other one; none where the article is taken out
// returns: nothing

MATCH (article:Article {id: $id})
DELETE article
WITH DISTINCT $id AS id
MATCH (item:IngestItem {article: id})
WITH item, $same_as IS NULL AND item.state = 'done' AS is_out
SET item.article = $same_as,
    item.state = CASE WHEN is_out THEN 'skipped' ELSE item.state END,
    item.reason = CASE WHEN is_out THEN 'The article was taken out of the graph later.' ELSE item.reason END
