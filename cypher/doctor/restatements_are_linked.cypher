// name: restatements_are_linked
// summary: A speaker's statements in the same words lead to the earliest, and only there, those of the same meaning to an earlier one elsewhere; a summary to another one of its article.
// returns: id

CALL () {
    MATCH (statement:Statement)-[link:RESTATES {how: 'same words'}]->(first:Statement)
    WHERE coalesce(statement.quote_key <> first.quote_key, true)
       OR EXISTS { (first)-[:RESTATES {how: 'same words'}]->() }
       OR COUNT { (statement)-[:RESTATES {how: 'same words'}]->() } > 1
    RETURN DISTINCT statement.id AS id
  UNION
    MATCH (statement:Statement)
    WHERE statement.quote_key IS NOT NULL
      AND NOT EXISTS { (statement)-[:RESTATES {how: 'same words'}]->() }
      AND EXISTS {
            MATCH (other:Statement {quote_key: statement.quote_key})
            WHERE other <> statement AND NOT EXISTS { (other)-[:RESTATES {how: 'same words'}]->(statement) }
          }
    RETURN statement.id AS id
  UNION
    MATCH (statement:Statement)-[link:RESTATES]->(fuller)
    WHERE NOT coalesce(link.how IN ['same words', 'same meaning', 'summary'], false)
       OR NOT coalesce(0 <= link.score <= 1, false)
       OR statement = fuller
       OR (link.how = 'summary' AND NOT EXISTS { (statement)-[:FROM]->(:Article)<-[:FROM]-(fuller) })
    RETURN DISTINCT statement.id AS id
  UNION
    MATCH (article:Article)<-[:FROM]-(statement:Statement)-[link:RESTATES {how: 'same meaning'}]->(first)-[:FROM]->(before)
    WHERE NOT EXISTS { (statement)<-[:SAID]-(:Entity)-[:SAID]->(first) }
       OR article = before
       OR NOT coalesce(before.published_at <= article.published_at, false)
       OR COUNT { (statement)-[:RESTATES {how: 'same meaning'}]->() } > 1
    RETURN DISTINCT statement.id AS id
}
RETURN id ORDER BY id
