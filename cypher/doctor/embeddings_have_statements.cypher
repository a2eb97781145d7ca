// name: embeddings_have_statements
// summary: Every vector is that of a statement that is there.
// returns: id

MATCH (embedding:Embedding)
WHERE NOT EXISTS { (:Statement|Dismissed {id: embedding.id}) }
RETURN embedding.id AS id ORDER BY id
