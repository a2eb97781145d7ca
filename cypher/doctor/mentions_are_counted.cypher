// name: mentions_are_counted
// summary: An entity's mentions in an article are one link, which holds as many spans, texts and kinds as it counts.
// returns: id

MATCH (entity:Entity)-[mention:MENTIONED_IN]->(article:Article)
WITH entity, article, collect(mention) AS mentions
WHERE size(mentions) <> 1
   OR any(each IN mentions WHERE NOT coalesce(
        size(each.spans) = 2 * each.count AND size(each.texts) = each.count AND size(each.kinds) = each.count, false))
RETURN entity.id + ' ' + article.id AS id ORDER BY id
