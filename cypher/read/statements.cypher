// name: statements
// summary: Statements by any mixture of filters, newest first.
// param speaker: entity = null -- who said it
// param about: entity = null -- whom or what it is about
// param to: entity = null -- to whom it was said
// param reported_by: entity = null -- who relayed it
// param outlet: string = null -- who published the article, as written there
// param article: string = null -- id of the article
// param q: string = null -- words that all stand in the statement
// param type: string(direct|indirect|mixed) = null -- how it is quoted
// param modality: string(assertion|intention|demand|denial|belief|warning) = null -- what the speaker does by saying it
// param stance: string(positive|neutral|negative) = null -- how the speaker takes what it is about
// param nested: boolean = null -- only those inside another statement, or only those that are not
// param since: date = null -- not before this day
// param until: date = null -- not after this day
// param after: string = null -- where the page before ended
// param limit: integer(1..500) = 50 -- at most this many rows
// example speaker: person:olena-berezna
// continues: statement_row

// One branch finds the statements to begin with, by the rarest thing that was asked for; the others find nothing.
CALL () {
    WITH [word IN split($q, ' ') WHERE word <> '' | '"' + replace(replace(word, '\\', ' '), '"', ' ') + '"'] AS words
    WHERE size(words) > 0
    WITH reduce(every = head(words), word IN tail(words) | every + ' AND ' + word) AS every
    CALL db.index.fulltext.queryNodes('statement_text', every) YIELD node AS statement
    RETURN statement
  UNION ALL
    MATCH (:Article {id: CASE WHEN $q IS NULL THEN $article END})<-[:FROM]-(statement:Statement)
    RETURN statement
  UNION ALL
    MATCH (:Entity {id: CASE WHEN coalesce($q, $article) IS NULL THEN $speaker END})-[:SAID]->(statement:Statement)
    RETURN statement
  UNION ALL
    MATCH (:Entity {id: CASE WHEN coalesce($q, $article, $speaker) IS NULL THEN $to END})
          <-[:ADDRESSED_TO]-(statement:Statement)
    RETURN statement
  UNION ALL
    MATCH (:Entity {id: CASE WHEN coalesce($q, $article, $speaker, $to) IS NULL THEN $reported_by END})
          <-[:REPORTED_BY]-(statement:Statement)
    RETURN statement
  UNION ALL
    MATCH (:Entity {id: CASE WHEN coalesce($q, $article, $speaker, $to, $reported_by) IS NULL THEN $about END})
          <-[:ABOUT]-(statement:Statement)
    RETURN statement
  UNION ALL
    MATCH (article:Article)<-[:FROM]-(statement:Statement)
    WHERE article.outlet = CASE WHEN coalesce($q, $article, $speaker, $to, $reported_by, $about) IS NULL THEN $outlet END
    RETURN statement
  UNION ALL
    // nobody was asked for: walk along the index, which has the order of the answer ('~' is behind every key)
    MATCH (statement:Statement)
    WHERE statement.sort_key >
          CASE WHEN coalesce($q, $article, $speaker, $to, $reported_by, $about, $outlet) IS NULL
               THEN coalesce($after, '') ELSE '~' END
      AND ($type IS NULL OR statement.type = $type)
      AND ($modality IS NULL OR statement.modality = $modality)
      AND ($stance IS NULL OR EXISTS { (statement)-[:ABOUT {stance: $stance}]->() })
      AND ($nested IS NULL OR $nested = EXISTS { (statement)-[:WITHIN]->() })
      AND (coalesce($since, $until) IS NULL OR EXISTS {
            MATCH (statement)-[:FROM]->(article)
            WHERE article.published_at >= coalesce($since, article.published_at)
              AND article.published_at <= coalesce($until, article.published_at)
          })
    RETURN statement ORDER BY statement.sort_key LIMIT $limit
}
MATCH (statement)-[:FROM]->(article:Article)
WHERE ($article IS NULL OR article.id = $article)
  AND ($outlet IS NULL OR article.outlet = $outlet)
  AND ($since IS NULL OR article.published_at >= $since)
  AND ($until IS NULL OR article.published_at <= $until)
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
