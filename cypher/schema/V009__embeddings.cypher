// A statement's meaning stands beside it under the same id, so that whoever returns a statement does not get 384 numbers.
CREATE CONSTRAINT embedding_id IF NOT EXISTS FOR (n:Embedding) REQUIRE n.id IS UNIQUE;

CREATE VECTOR INDEX embedding_vector IF NOT EXISTS FOR (n:Embedding) ON (n.vector)
OPTIONS {indexConfig: {`vector.dimensions`: 384, `vector.similarity_function`: 'cosine'}};
