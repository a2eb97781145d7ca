// name: entities_of_statements
// summary: Whom some statements have to do with, as they were found and as they were judged to be.
// param ids: strings -- ids of the statements
// returns: id

UNWIND $ids AS statement
MATCH (:Statement|Dismissed {id: statement})-[link:SAID|ABOUT|ADDRESSED_TO|REPORTED_BY|FOLDED|CORRECTED]-(entity:Entity)
UNWIND [entity.id, coalesce(link.found, entity.id)] AS id
RETURN DISTINCT id ORDER BY id
