// returns: statement, speaker, speaker_id, speaker_type, text, cue, type, modality, negated, about, about_ids, stances, to, to_ids, reported_by, reported_by_ids, sentence, start, end, spans, article, title, outlet, published_at, url, confidence, parent, topics, times, restates, restates_how, restates_scores, judgements
// pages: published_at, article, start, statement
WITH DISTINCT statement AS s
WHERE $after IS NULL OR s.sort_key > $after
ORDER BY s.sort_key
LIMIT $limit
MATCH (speaker)-[:SAID]->(s)-[:FROM]->(article:Article)
RETURN s.id AS statement,
       coalesce(speaker.name, speaker.text) AS speaker,
       speaker.id AS speaker_id,
       [label IN labels(speaker) WHERE label <> 'Entity'][0] AS speaker_type,
       s.text AS text,
       s.cue AS cue,
       s.type AS type,
       s.modality AS modality,
       s.negated AS negated,
       COLLECT { MATCH (s)-[link:ABOUT]->(x) RETURN x.name ORDER BY link.rank } AS about,
       COLLECT { MATCH (s)-[link:ABOUT]->(x) RETURN x.id ORDER BY link.rank } AS about_ids,
       COLLECT { MATCH (s)-[link:ABOUT]->() RETURN link.stance ORDER BY link.rank } AS stances,
       COLLECT {
         UNWIND range(1, size(s.to_words)) AS position
         OPTIONAL MATCH (s)-[:ADDRESSED_TO {order: position}]->(x)
         RETURN coalesce(x.name, x.text, s.to_words[position - 1]) ORDER BY position
       } AS to,
       COLLECT {
         UNWIND range(1, size(s.to_words)) AS position
         OPTIONAL MATCH (s)-[:ADDRESSED_TO {order: position}]->(x:Entity)
         RETURN x.id ORDER BY position
       } AS to_ids,
       COLLECT {
         UNWIND range(1, size(s.reported_by_words)) AS position
         OPTIONAL MATCH (s)-[:REPORTED_BY {order: position}]->(x)
         RETURN coalesce(x.name, x.text, s.reported_by_words[position - 1]) ORDER BY position
       } AS reported_by,
       COLLECT {
         UNWIND range(1, size(s.reported_by_words)) AS position
         OPTIONAL MATCH (s)-[:REPORTED_BY {order: position}]->(x:Entity)
         RETURN x.id ORDER BY position
       } AS reported_by_ids,
       s.sentence AS sentence,
       s.start AS start,
       s.end AS end,
       [at IN range(0, size(s.spans) - 2, 2) | s.spans[at..at + 2]] AS spans,
       article.id AS article,
       article.title AS title,
       article.outlet AS outlet,
       toString(article.published_at) AS published_at,
       article.url AS url,
       s.confidence AS confidence,
       head(COLLECT { MATCH (s)-[:WITHIN]->(parent) RETURN parent.id }) AS parent,
       s.topics AS topics,
       s.times AS times,
       COLLECT { MATCH (s)-[link:RESTATES]->(other) RETURN other.id ORDER BY link.how DESC, other.id } AS restates,
       COLLECT { MATCH (s)-[link:RESTATES]->(other) RETURN link.how ORDER BY link.how DESC, other.id } AS restates_how,
       COLLECT { MATCH (s)-[link:RESTATES]->(other) RETURN link.score ORDER BY link.how DESC, other.id } AS restates_scores,
       coalesce(s.judgements, []) AS judgements
ORDER BY s.sort_key
