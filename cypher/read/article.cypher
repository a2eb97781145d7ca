// name: article
// summary: One article with its text and the entities it mentions, each with where.
// param article: string -- id of the article
// returns: id, url, title, outlet, published_at, language, text, text_sha256, extractor, ingested_at, statements, mentions
// example article: article:3691c4dbeb539365aa9f

MATCH (article:Article {id: $article})
RETURN article.id AS id,
       article.url AS url,
       article.title AS title,
       article.outlet AS outlet,
       toString(article.published_at) AS published_at,
       article.language AS language,
       article.text AS text,
       article.text_sha256 AS text_sha256,
       article.extractor AS extractor,
       toString(article.ingested_at) AS ingested_at,
       COUNT { (article)<-[:FROM]-(:Statement) } AS statements,
       COLLECT {
         MATCH (holder:Entity)-[mention:MENTIONED_IN|FOLDED]->(article)
         // folded: what judgements made a second link of one entity
         OPTIONAL MATCH (holder)-[:SAME_AS*1..20]->(canonical:Entity&!Merged)
         WITH coalesce(canonical, holder) AS entity, mention
         RETURN {
           entity: entity.id,
           name: entity.name,
           type: [label IN labels(entity) WHERE label <> 'Entity'][0],
           spans: [at IN range(0, size(mention.spans) - 2, 2) | mention.spans[at..at + 2]],
           texts: mention.texts,
           kinds: mention.kinds
         }
         ORDER BY mention.spans[0], entity.id
       } AS mentions
