// name: relation_is_complete
// summary: Every relation stands in one article, has one subject and one object, and its offsets, type and modality.
// returns: id

MATCH (r:Relation)
WHERE any(value IN [r.id, r.text, r.start, r.end, r.sentence, r.sentence_start, r.sentence_end, r.known, r.sort_key,
                    r.extractor] WHERE value IS NULL)
   OR NOT coalesce(r.sentence_start <= r.start < r.end <= r.sentence_end, false)
   OR NOT coalesce(r.modality IN ['asserted', 'planned', 'denied', 'hypothetical'], false)
   OR r.type IS NULL
   OR COUNT { (r)-[:FROM]->(:Article) } <> 1
   OR COUNT { (r)<-[:SUBJECT_OF]-(:Entity) } <> 1
   OR COUNT { (r)-[:HAS_OBJECT]->(:Entity) } <> 1
RETURN coalesce(r.id, elementId(r)) AS id ORDER BY id
