// name: corrections_of_article
// summary: The judgements that hold about an article's statements, in the order in which they were made.
// param article: string -- id of the article
// returns: id, kind, statement, text, spans, text_sha256, found, to

MATCH (judgement:Judgement {corrects: $article})
RETURN judgement.id AS id,
       judgement.kind AS kind,
       judgement.statement AS statement,
       judgement.text AS text,
       judgement.spans AS spans,
       judgement.text_sha256 AS text_sha256,
       judgement.found AS found,
       judgement.to AS to
ORDER BY judgement.sort_key
