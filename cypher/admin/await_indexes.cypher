// name: await_indexes
// summary: Wait until all indexes can be used.
// param seconds: integer -- at most this long
// returns: nothing

CALL db.awaitIndexes($seconds)
