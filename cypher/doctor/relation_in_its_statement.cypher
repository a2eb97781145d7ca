// name: relation_in_its_statement
// summary: A relation that is part of a statement stands in the same article, and some of its words in the statement's content.
// returns: id

MATCH (relation:Relation)-[:STATED_IN]->(statement)
WITH relation, collect(statement) AS statements
WHERE size(statements) <> 1
   OR any(statement IN statements WHERE
        NOT coalesce(statement.start < relation.end AND relation.start < statement.end, false)
        OR NOT EXISTS { (statement)-[:FROM]->(:Article)<-[:FROM]-(relation) })
RETURN relation.id AS id ORDER BY id
