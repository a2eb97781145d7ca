// returns: statement, speaker, speaker_id, speaker_type, text, cue, type, modality, negated, about, about_ids, to, reported_by, sentence, start, end, spans, article, title, outlet, published_at, url, confidence, parent
// pages: published_at, article, start, statement
WITH DISTINCT statement
WHERE $after IS NULL OR statement.sort_key > $after
ORDER BY statement.sort_key
LIMIT $limit
MATCH (speaker)-[:SAID]->(statement)-[:FROM]->(article:Article)
RETURN statement.id AS statement,
       coalesce(speaker.name, speaker.text) AS speaker,
       speaker.id AS speaker_id,
       [label IN labels(speaker) WHERE label <> 'Entity'][0] AS speaker_type,
       statement.text AS text,
       statement.cue AS cue,
       statement.type AS type,
       statement.modality AS modality,
       statement.negated AS negated,
       COLLECT { MATCH (statement)-[link:ABOUT]->(x) RETURN x.name ORDER BY link.rank } AS about,
       COLLECT { MATCH (statement)-[link:ABOUT]->(x) RETURN x.id ORDER BY link.rank } AS about_ids,
       COLLECT {
         UNWIND range(1, size(statement.to_words)) AS position
         OPTIONAL MATCH (statement)-[:ADDRESSED_TO {order: position}]->(x)
         RETURN coalesce(x.name, x.text, statement.to_words[position - 1]) ORDER BY position
       } AS to,
       COLLECT {
         UNWIND range(1, size(statement.reported_by_words)) AS position
         OPTIONAL MATCH (statement)-[:REPORTED_BY {order: position}]->(x)
         RETURN coalesce(x.name, x.text, statement.reported_by_words[position - 1]) ORDER BY position
       } AS reported_by,
       statement.sentence AS sentence,
       statement.start AS start,
       statement.end AS end,
       [at IN range(0, size(statement.spans) - 2, 2) | statement.spans[at..at + 2]] AS spans,
       article.id AS article,
       article.title AS title,
       article.outlet AS outlet,
       toString(article.published_at) AS published_at,
       article.url AS url,
       statement.confidence AS confidence,
       head(COLLECT { MATCH (statement)-[:WITHIN]->(parent) RETURN parent.id }) AS parent
ORDER BY statement.sort_key
