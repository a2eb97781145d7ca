// name: relation_evidence
// summary: Every place in an article that speaks for a relation: sentence, offsets, article, and whose words they are.
// param relation: string -- id of the relation
// param after: string = null -- where the page before ended
// param limit: integer(1..500) = 50 -- at most this many rows
// example relation: edge:dbdfae7d8be3d8b000eb
// pages: published_at, article, start, evidence
// returns: evidence, text, sentence, start, end, sentence_start, sentence_end, topic, statement, speaker, speaker_id, article, title, outlet, published_at, url

MATCH (place:Relation {edge: $relation})
WHERE place.sort_key > coalesce($after, '')
WITH place ORDER BY place.sort_key LIMIT $limit
MATCH (place)-[:FROM]->(article:Article)
OPTIONAL MATCH (place)-[:STATED_IN]->(statement:Statement)<-[:SAID]-(speaker)
RETURN place.id AS evidence,
       place.text AS text,
       place.sentence AS sentence,
       place.start AS start,
       place.end AS end,
       place.sentence_start AS sentence_start,
       place.sentence_end AS sentence_end,
       place.topic AS topic,
       statement.id AS statement,
       coalesce(speaker.name, speaker.text) AS speaker,
       speaker.id AS speaker_id,
       article.id AS article,
       article.title AS title,
       article.outlet AS outlet,
       toString(article.published_at) AS published_at,
       article.url AS url
ORDER BY place.sort_key
