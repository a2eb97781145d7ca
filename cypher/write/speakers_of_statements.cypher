// name: speakers_of_statements
// summary: The entities that say some statements.
// param ids: strings -- ids of the statements
// returns: id

UNWIND $ids AS statement
MATCH (:Statement {id: statement})<-[:SAID]-(speaker:Entity)
RETURN DISTINCT speaker.id AS id ORDER BY id
