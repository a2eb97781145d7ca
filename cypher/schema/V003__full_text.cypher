CREATE FULLTEXT INDEX statement_text IF NOT EXISTS FOR (n:Statement) ON EACH [n.text]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'english'}};

// Names are folded before they are stored and before they are looked for, so the words are compared as they are.
CREATE FULLTEXT INDEX entity_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.search_names]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}};
