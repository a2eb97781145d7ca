// name: drop_request
// summary: Forget a request that nothing came of.
// param id: string -- id of the request
// returns: nothing

MATCH (request:IngestRequest {id: $id})
WHERE request.job IS NULL
DELETE request
