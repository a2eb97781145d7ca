// name: statement_has_one_speaker
// summary: Every statement was said by exactly one speaker.
// returns: id

MATCH (statement:Statement)
WHERE COUNT { (statement)<-[:SAID]-() } <> 1
RETURN statement.id AS id ORDER BY id
