// name: anonymous_sources
// summary: Make the unnamed speakers of an article.
// param anonymous_sources: rows -- id, text, kind
// returns: nothing

UNWIND $anonymous_sources AS row
MERGE (source:AnonymousSource {id: row.id})
SET source.text = row.text, source.kind = row.kind
