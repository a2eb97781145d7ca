// name: statement_is_complete
// summary: Every statement has its text, sentence, offsets, type, modality and a confidence from 0 to 1.
// returns: id

MATCH (s:Statement)
WHERE any(value IN [s.id, s.text, s.cue, s.negated, s.sentence, s.sentence_start, s.sentence_end, s.start, s.end,
                    s.spans, s.cue_spans, s.source_spans, s.to_words, s.reported_by_words, s.sort_key, s.extractor]
          WHERE value IS NULL)
   OR s.text = ''
   OR NOT coalesce(s.type IN ['direct', 'indirect', 'mixed'], false)
   OR NOT coalesce(s.modality IN ['assertion', 'intention', 'demand', 'denial', 'belief', 'warning'], false)
   OR NOT coalesce(0 <= s.confidence <= 1, false)
RETURN coalesce(s.id, elementId(s)) AS id ORDER BY id
