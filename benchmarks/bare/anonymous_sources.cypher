UNWIND $anonymous_sources AS row
MERGE (source:AnonymousSource {id: row.id})
SET source.text = row.text, source.kind = row.kind
