// A process may be killed before it notes that a file was applied, so every command can be given twice.
// An id is given once; the constraint is also the index that finds it.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT article_id IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT statement_id IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT anonymous_source_id IF NOT EXISTS FOR (n:AnonymousSource) REQUIRE n.id IS UNIQUE;

// The same text from the same outlet is one article, also when two writers bring it at the same moment.
CREATE CONSTRAINT article_content IF NOT EXISTS FOR (n:Article) REQUIRE n.content_key IS UNIQUE;
