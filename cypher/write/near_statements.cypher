// name: near_statements
// summary: What the speakers of some statements said in other articles about that time, and near to them by meaning.
// param ids: strings -- ids of the statements
// param days: integer -- at most so many days apart
// param near: number -- cosine of the two vectors from which on they are near
// returns: one_told, other_told, text, other_text, score, known_told

UNWIND $ids AS id
MATCH (embedding:Embedding {id: id})
MATCH (speaker:Entity)-[:SAID]->(one:Statement {id: id})-[:FROM]->(article:Article)
WHERE article.published_at IS NOT NULL
MATCH (speaker)-[:SAID]->(other:Statement)-[:FROM]->(elsewhere:Article)
WHERE elsewhere <> article
  AND elsewhere.published_at >= article.published_at - duration({days: $days})
  AND elsewhere.published_at <= article.published_at + duration({days: $days})
  AND coalesce(other.quote_key <> one.quote_key, true)
  AND other.negated = one.negated
MATCH (beside:Embedding {id: other.id})
// Neo4j has it from 0 to 1
WITH one, article, other, elsewhere, 2 * vector.similarity.cosine(embedding.vector, beside.vector) - 1 AS score
WHERE score >= $near
OPTIONAL MATCH (other)-[:RESTATES {how: 'same meaning'}]->(known:Statement)-[:FROM]->(before:Article)
WHERE NOT other.id IN $ids
RETURN [toString(article.published_at), article.id, one.start, one.id] AS one_told,
       [toString(elsewhere.published_at), elsewhere.id, other.start, other.id] AS other_told,
       one.text AS text,
       other.text AS other_text,
       score,
       CASE WHEN known IS NOT NULL THEN [toString(before.published_at), before.id, known.start, known.id] END AS known_told
