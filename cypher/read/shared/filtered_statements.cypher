CALL () {
    // one branch finds the statements to begin with, by the rarest thing that was asked for; the others find nothing;
    // what is found passes through all branches below its own, so those that find most come last;
    // what was not asked for beside it can take nothing away, so that no more than are wanted go on
    // if $q
    WITH [word IN split($q, ' ') WHERE word <> '' | '"' + replace(replace(word, '\\', ' '), '"', ' ') + '"'] AS words
    WHERE size(words) > 0
    WITH reduce(every = head(words), word IN tail(words) | every + ' AND ' + word) AS every
    CALL db.index.fulltext.queryNodes('statement_text', every) YIELD node AS statement
    WITH statement
    WHERE ($after IS NULL OR statement.sort_key > $after)
      AND ($speaker IS NULL OR EXISTS { (statement)<-[:SAID]-(:Entity {id: $speaker}) })
    RETURN statement ORDER BY statement.sort_key
    LIMIT CASE
      WHEN coalesce($article, $to, $reported_by, $about, $outlet, $type, $modality, $stance, $nested, $since, $until)
           IS NULL THEN $most ELSE 2147483647 END
  UNION ALL
    // end
    // if $article
    MATCH (:Article {id: CASE WHEN $q IS NULL THEN $article END})<-[:FROM]-(statement:Statement)
    RETURN statement
  UNION ALL
    // end
    // if $to
    MATCH (:Entity {id: CASE WHEN coalesce($q, $article, $speaker) IS NULL THEN $to END})
          <-[:ADDRESSED_TO]-(statement:Statement)
    RETURN statement
  UNION ALL
    // end
    // if $reported_by
    MATCH (:Entity {id: CASE WHEN coalesce($q, $article, $speaker, $to) IS NULL THEN $reported_by END})
          <-[:REPORTED_BY]-(statement:Statement)
    RETURN statement
  UNION ALL
    // end
    // if $speaker
    MATCH (:Entity {id: CASE WHEN coalesce($q, $article) IS NULL THEN $speaker END})-[:SAID]->(statement)
    WHERE ($after IS NULL OR statement.sort_key > $after)
      AND ($about IS NULL OR EXISTS { (statement)-[:ABOUT]->(:Entity {id: $about}) }) // if $about
    RETURN statement ORDER BY statement.sort_key
    LIMIT CASE
      WHEN coalesce($to, $reported_by, $outlet, $type, $modality, $stance, $nested, $since, $until) IS NULL THEN $most
      ELSE 2147483647 END
  UNION ALL
    // end
    // if $about
    MATCH (:Entity {id: CASE WHEN coalesce($q, $article, $speaker, $to, $reported_by) IS NULL THEN $about END})
          <-[:ABOUT]-(statement)
    WHERE $after IS NULL OR statement.sort_key > $after
    RETURN statement ORDER BY statement.sort_key
    LIMIT CASE
      WHEN coalesce($outlet, $type, $modality, $stance, $nested, $since, $until) IS NULL THEN $most
      ELSE 2147483647 END
  UNION ALL
    // end
    // article by article, which have the order of the answer too, so that no more are looked at than are wanted
    // if $outlet
    MATCH (article:Article)
    WHERE article.outlet = CASE WHEN coalesce($q, $article, $speaker, $to, $reported_by, $about) IS NULL THEN $outlet END
      AND ($since IS NULL OR article.published_at >= $since) // if $since
      AND ($until IS NULL OR article.published_at <= $until) // if $until
      AND ($after IS NULL OR article.sort_key + '0' > $after) // if $after
    WITH article ORDER BY article.sort_key
    CALL (article) {
        MATCH (article)<-[:FROM]-(statement:Statement)
        WHERE ($after IS NULL OR statement.sort_key > $after)
          AND ($type IS NULL OR statement.type = $type) // if $type
          AND ($modality IS NULL OR statement.modality = $modality) // if $modality
          AND ($stance IS NULL OR EXISTS { (statement)-[:ABOUT {stance: $stance}]->() }) // if $stance
          AND ($nested IS NULL OR $nested = EXISTS { (statement)-[:WITHIN]->() }) // if $nested
        RETURN statement ORDER BY statement.sort_key
    }
    RETURN statement LIMIT $most
  UNION ALL
    // end
    // nobody was asked for: walk along the index, which has the order of the answer and begins with the day;
    // days count backwards from 9999999, where the undated are ('~' is behind every key)
    WITH CASE WHEN coalesce($q, $article, $speaker, $to, $reported_by, $about, $outlet) IS NOT NULL THEN '~'
              WHEN $until IS NULL THEN ''
              ELSE toString(9999998 - duration.inDays(date('0001-01-01'), $until).days) END AS first,
         CASE WHEN coalesce($since, $until) IS NULL THEN '~'
              WHEN $since IS NULL THEN '9999999'
              ELSE toString(9999998 - duration.inDays(date('0001-01-01'), $since).days) + '~' END AS last
    WITH CASE WHEN $after > first THEN $after ELSE first END AS first, last
    MATCH (statement:Statement)
    WHERE statement.sort_key > first AND statement.sort_key < last
      AND ($type IS NULL OR statement.type = $type) // if $type
      AND ($modality IS NULL OR statement.modality = $modality) // if $modality
      AND ($stance IS NULL OR EXISTS { (statement)-[:ABOUT {stance: $stance}]->() }) // if $stance
      AND ($nested IS NULL OR $nested = EXISTS { (statement)-[:WITHIN]->() }) // if $nested
    RETURN statement ORDER BY statement.sort_key LIMIT $most
}
// in the order of the answer, so that no more are looked at than are wanted
WITH statement ORDER BY statement.sort_key
MATCH (statement)-[:FROM]->(article:Article)
WHERE true
  AND ($article IS NULL OR article.id = $article) // if $article
  AND ($outlet IS NULL OR article.outlet = $outlet) // if $outlet
  AND ($since IS NULL OR article.published_at >= $since) // if $since
  AND ($until IS NULL OR article.published_at <= $until) // if $until
  AND ($type IS NULL OR statement.type = $type) // if $type
  AND ($modality IS NULL OR statement.modality = $modality) // if $modality
  // where a branch above has looked at it, it is not looked at again
  // if $speaker
  AND ($article IS NULL OR $speaker IS NULL OR EXISTS { (statement)<-[:SAID]-(:Entity {id: $speaker}) })
  // end
  // if $about
  AND ($about IS NULL
       OR coalesce($q, $article, $stance, $to, $reported_by) IS NULL
       OR EXISTS {
        MATCH (statement)-[link:ABOUT]->(:Entity {id: $about})
        WHERE link.stance = coalesce($stance, link.stance)
      })
  // end
  AND ($stance IS NULL OR EXISTS { (statement)-[:ABOUT {stance: $stance}]->(:Entity) }) // if $stance
  AND ($nested IS NULL OR $nested = EXISTS { (statement)-[:WITHIN]->() }) // if $nested
  AND ($to IS NULL OR EXISTS { (statement)-[:ADDRESSED_TO]->(:Entity {id: $to}) }) // if $to
  // if $reported_by
  AND ($reported_by IS NULL OR EXISTS { (statement)-[:REPORTED_BY]->(:Entity {id: $reported_by}) })
  // end
