// name: relations
// summary: Write what an article says that entities have to do with each other, each place by itself.
// param article: string -- id of the article
// param relations: rows -- id, properties, subject, object, statement (the innermost one that it stands in, or none)
// returns: nothing

MATCH (article:Article {id: $article})
UNWIND $relations AS row
MATCH (subject:Entity {id: row.subject})
MATCH (object:Entity {id: row.object})
MERGE (relation:Relation {id: row.id})
SET relation += row.properties
CREATE (relation)-[:FROM]->(article)
CREATE (subject)-[:SUBJECT_OF]->(relation)
CREATE (relation)-[:HAS_OBJECT]->(object)
WITH relation, row
WHERE row.statement IS NOT NULL
MATCH (statement:Statement {id: row.statement})
CREATE (relation)-[:STATED_IN]->(statement)
