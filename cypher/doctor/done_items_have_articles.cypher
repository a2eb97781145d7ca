// name: done_items_have_articles
// summary: Every item that is done names an article of the graph.
// returns: id

MATCH (item:IngestItem {state: 'done'})
WHERE item.article IS NULL OR NOT EXISTS { MATCH (:Article {id: item.article}) }
RETURN item.id AS id ORDER BY id
