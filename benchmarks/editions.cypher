// Copies of all articles with their statements and links, for a graph of any size: edition after edition, later days.
UNWIND range($first, $last) AS edition
MATCH (article:Article) WHERE NOT article.id CONTAINS '~'
WITH edition, article, '~' + edition AS mark, edition % 365 AS later
CREATE (copy:Article)
SET copy = article {
  .*,
  id: article.id + mark,
  url: article.url + mark,
  content_key: article.content_key + mark,
  text_sha256: article.text_sha256 + mark,
  published_at: article.published_at + duration({days: later}),
  sort_key: right('0000000' + toString(toInteger(left(article.sort_key, 7)) - later), 7)
            + substring(article.sort_key, 7) + mark
}
WITH article, copy, mark, later
MATCH (article)<-[:FROM]-(statement:Statement)
CREATE (said:Statement)-[:FROM]->(copy)
SET said = statement {
  .*,
  id: statement.id + mark,
  quote_key: null,
  sort_key: right('0000000' + toString(toInteger(left(statement.sort_key, 7)) - later), 7)
            + substring(statement.sort_key, 7) + mark
}
WITH statement, said
CALL (statement, said) {
    MATCH (embedding:Embedding {id: statement.id})
    CREATE (copy:Embedding {id: said.id})
    WITH embedding, copy
    CALL db.create.setNodeVectorProperty(copy, 'vector', embedding.vector)
}
CALL (statement, said) {
    MATCH (who)-[:SAID]->(statement)
    CREATE (who)-[:SAID]->(said)
}
CALL (statement, said) {
    MATCH (statement)-[link:ABOUT]->(what)
    CREATE (said)-[copy:ABOUT]->(what)
    SET copy = properties(link)
}
CALL (statement, said) {
    MATCH (statement)-[link:ADDRESSED_TO]->(whom)
    CREATE (said)-[copy:ADDRESSED_TO]->(whom)
    SET copy = properties(link)
}
CALL (statement, said) {
    MATCH (statement)-[link:REPORTED_BY]->(by)
    CREATE (said)-[copy:REPORTED_BY]->(by)
    SET copy = properties(link)
}
RETURN count(said) AS statements
