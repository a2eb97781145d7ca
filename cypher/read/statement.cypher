// name: statement
// summary: One statement, with its words, its sentence and where they stand in the article.
// param statement: string -- id of the statement
// returns: statement, text, cue, source, type, modality, negated, confidence, sentence, sentence_span, spans, cue_spans, source_spans, speaker, speaker_id, speaker_type, targets, addressees, reporters, parent, nested, article, extractor, judgements
// example statement: statement:0232e3913753e8758fbc

MATCH (speaker)-[:SAID]->(statement:Statement {id: $statement})-[:FROM]->(article:Article)
RETURN statement.id AS statement,
       statement.text AS text,
       statement.cue AS cue,
       statement.source AS source,
       statement.type AS type,
       statement.modality AS modality,
       statement.negated AS negated,
       statement.confidence AS confidence,
       statement.sentence AS sentence,
       [statement.sentence_start, statement.sentence_end] AS sentence_span,
       [at IN range(0, size(statement.spans) - 2, 2) | statement.spans[at..at + 2]] AS spans,
       [at IN range(0, size(statement.cue_spans) - 2, 2) | statement.cue_spans[at..at + 2]] AS cue_spans,
       [at IN range(0, size(statement.source_spans) - 2, 2) | statement.source_spans[at..at + 2]] AS source_spans,
       coalesce(speaker.name, speaker.text) AS speaker,
       speaker.id AS speaker_id,
       [label IN labels(speaker) WHERE label <> 'Entity'][0] AS speaker_type,
       COLLECT {
         MATCH (statement)-[link:ABOUT]->(x)
         RETURN {id: x.id, name: x.name, rank: link.rank, stance: link.stance} ORDER BY link.rank
       } AS targets,
       COLLECT {
         UNWIND range(1, size(statement.to_words)) AS position
         OPTIONAL MATCH (statement)-[:ADDRESSED_TO {order: position}]->(x)
         RETURN {id: x.id, name: coalesce(x.name, x.text), words: statement.to_words[position - 1]} ORDER BY position
       } AS addressees,
       COLLECT {
         UNWIND range(1, size(statement.reported_by_words)) AS position
         OPTIONAL MATCH (statement)-[:REPORTED_BY {order: position}]->(x)
         RETURN {id: x.id, name: coalesce(x.name, x.text), words: statement.reported_by_words[position - 1]}
         ORDER BY position
       } AS reporters,
       head(COLLECT { MATCH (statement)-[:WITHIN]->(parent) RETURN parent.id }) AS parent,
       COLLECT { MATCH (inner)-[:WITHIN]->(statement) RETURN inner.id ORDER BY inner.sort_key } AS nested,
       article.id AS article,
       statement.extractor AS extractor,
       coalesce(statement.judgements, []) AS judgements
