// name: embeddings
// summary: Keep the vectors of statements that are still there.
// param rows: rows -- id and vector
// returns: nothing

UNWIND $rows AS row
MATCH (statement:Statement {id: row.id})
MERGE (embedding:Embedding {id: statement.id})
SET embedding:Uncompared
WITH embedding, row
CALL db.create.setNodeVectorProperty(embedding, 'vector', row.vector)
