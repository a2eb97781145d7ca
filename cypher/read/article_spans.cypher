// name: article_spans
// summary: Where an article's statements stand in its text: their words, their cues, their sources, their sentences.
// param article: string -- id of the article
// returns: statement, spans, cue_spans, source_spans, sentence_span
// example article: article:3691c4dbeb539365aa9f

MATCH (:Article {id: $article})<-[:FROM]-(s:Statement)
RETURN s.id AS statement,
       [at IN range(0, size(s.spans) - 2, 2) | s.spans[at..at + 2]] AS spans,
       [at IN range(0, size(s.cue_spans) - 2, 2) | s.cue_spans[at..at + 2]] AS cue_spans,
       [at IN range(0, size(s.source_spans) - 2, 2) | s.source_spans[at..at + 2]] AS source_spans,
       [s.sentence_start, s.sentence_end] AS sentence_span
ORDER BY s.sort_key
