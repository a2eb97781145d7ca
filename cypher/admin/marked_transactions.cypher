// name: marked_transactions
// summary: How many transactions of one mark the server is still at, also those that nobody waits for.
// param mark: string -- what they were marked with when they began
// returns: count

SHOW TRANSACTIONS YIELD metaData
WHERE metaData.mark = $mark
RETURN count(*) AS count
