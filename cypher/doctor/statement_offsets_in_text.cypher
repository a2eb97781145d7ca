// name: statement_offsets_in_text
// summary: The offsets of every statement are in order and inside the article, and the content inside the sentence.
// returns: id

MATCH (s:Statement)-[:FROM]->(article:Article)
WITH s, article.characters AS length, [s.spans, s.cue_spans, s.source_spans] AS lists
WHERE size(s.spans) = 0
   OR s.start <> reduce(least = s.spans[0], offset IN s.spans | CASE WHEN offset < least THEN offset ELSE least END)
   OR s.end <> reduce(most = 0, offset IN s.spans | CASE WHEN offset > most THEN offset ELSE most END)
   OR any(list IN lists WHERE size(list) % 2 = 1)
   OR any(list IN lists WHERE any(at IN range(0, size(list) - 2, 2) WHERE NOT 0 <= list[at] < list[at + 1] <= length))
   OR NOT s.sentence_start <= s.start <= s.end <= s.sentence_end <= length
RETURN s.id AS id ORDER BY id
