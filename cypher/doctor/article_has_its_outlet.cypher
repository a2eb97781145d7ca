// name: article_has_its_outlet
// summary: An article with an outlet is published by exactly one entity, and one without by none.
// returns: id

MATCH (article:Article)
WHERE COUNT { (article)-[:PUBLISHED_BY]->(:Entity) } <> CASE WHEN coalesce(article.outlet, '') = '' THEN 0 ELSE 1 END
RETURN article.id AS id ORDER BY id
