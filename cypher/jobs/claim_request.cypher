// name: claim_request
// summary: Take a request with a key for a while, or tell what it was answered and whether it is being answered.
// param id: string -- id of the request, from its key
// param body: string -- SHA-256 of what it asks for
// param hold: integer -- for how many milliseconds
// returns: same, job, held

MERGE (request:IngestRequest {id: $id})
ON CREATE SET request.body = $body, request.created_at = datetime.truncate('millisecond')
// a property that is set is locked: what is read from here on no other request can change
SET request.id = $id
WITH request, request.body = $body AS same, coalesce(request.held_until > datetime(), false) AS held
CALL (request, same, held) {
    WITH request WHERE same AND NOT held AND request.job IS NULL
    SET request.held_until = datetime() + duration({milliseconds: $hold})
}
RETURN same, request.job AS job, held
