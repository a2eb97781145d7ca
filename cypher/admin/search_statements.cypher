// name: search_statements
// summary: Statements by words, by meaning or by both, among those that the filters let through, each with its scores.
// param words: string = null -- what the full-text index is asked
// param vector: rows = null -- the meaning of the question
// param speaker: entity = null -- who said it
// param about: entity = null -- whom or what it is about
// param to: entity = null -- to whom it was said
// param reported_by: entity = null -- who relayed it
// param outlet: string = null -- who published the article
// param article: string = null -- id of the article
// param type: string(direct|indirect|mixed) = null -- how it is quoted
// param modality: string(assertion|intention|demand|denial|belief|warning) = null -- what the speaker does by saying it
// param stance: string(positive|neutral|negative) = null -- how the speaker takes what it is about
// param nested: boolean = null -- only those inside another statement, or only those that are not
// param since: date = null -- not before this day
// param until: date = null -- not after this day
// param near: number -- from which score on two meanings are alike
// param reach: integer(1..10000) -- how many each of the two ways finds, before the filters
// returns: statement, by_words, by_meaning

CALL () {
    WITH $words AS words WHERE words IS NOT NULL
    CALL db.index.fulltext.queryNodes('statement_text', words, {limit: $reach}) YIELD node AS statement, score
    RETURN statement, score AS by_words, null AS by_meaning
  UNION ALL
    WITH $vector AS vector WHERE vector IS NOT NULL AND coalesce($article, $speaker, $to, $reported_by, $about) IS NULL
    CALL db.index.vector.queryNodes('embedding_vector', $reach, vector) YIELD node, score
    MATCH (statement:Statement {id: node.id})
    RETURN statement, null AS by_words, score AS by_meaning
  UNION ALL
    // where the filters leave few, those are compared themselves: the nearest of all may hold none of them
    CALL () {
        MATCH (:Article {id: $article})<-[:FROM]-(statement:Statement)
        RETURN statement
      UNION ALL
        MATCH (:Entity {id: CASE WHEN $article IS NULL THEN $speaker END})-[:SAID]->(statement:Statement)
        RETURN statement
      UNION ALL
        MATCH (:Entity {id: CASE WHEN coalesce($article, $speaker) IS NULL THEN $to END})
              <-[:ADDRESSED_TO]-(statement:Statement)
        RETURN statement
      UNION ALL
        MATCH (:Entity {id: CASE WHEN coalesce($article, $speaker, $to) IS NULL THEN $reported_by END})
              <-[:REPORTED_BY]-(statement:Statement)
        RETURN statement
      UNION ALL
        MATCH (:Entity {id: CASE WHEN coalesce($article, $speaker, $to, $reported_by) IS NULL THEN $about END})
              <-[:ABOUT]-(statement:Statement)
        RETURN statement
    }
    WITH DISTINCT statement WHERE $vector IS NOT NULL
    WITH statement ORDER BY statement.sort_key LIMIT $reach
    MATCH (embedding:Embedding {id: statement.id})
    RETURN statement, null AS by_words, vector.similarity.cosine(embedding.vector, $vector) AS by_meaning
}
WITH statement, by_words, CASE WHEN by_meaning >= $near THEN by_meaning END AS by_meaning
WHERE coalesce(by_words, by_meaning) IS NOT NULL
MATCH (statement)-[:FROM]->(from:Article)
WHERE ($article IS NULL OR from.id = $article)
  AND ($outlet IS NULL OR from.outlet = $outlet)
  AND ($since IS NULL OR from.published_at >= $since)
  AND ($until IS NULL OR from.published_at <= $until)
  AND ($type IS NULL OR statement.type = $type)
  AND ($modality IS NULL OR statement.modality = $modality)
  AND ($speaker IS NULL OR EXISTS { (statement)<-[:SAID]-(:Entity {id: $speaker}) })
  AND (coalesce($about, $stance) IS NULL OR EXISTS {
        MATCH (statement)-[link:ABOUT]->(target:Entity)
        WHERE target.id = coalesce($about, target.id) AND link.stance = coalesce($stance, link.stance)
      })
  AND ($nested IS NULL OR $nested = EXISTS { (statement)-[:WITHIN]->() })
  AND ($to IS NULL OR EXISTS { (statement)-[:ADDRESSED_TO]->(:Entity {id: $to}) })
  AND ($reported_by IS NULL OR EXISTS { (statement)-[:REPORTED_BY]->(:Entity {id: $reported_by}) })
RETURN statement.id AS statement, max(by_words) AS by_words, max(by_meaning) AS by_meaning
ORDER BY statement
