// name: take_judgement_lock
// summary: Wait until nobody else judges, and keep others waiting while the transaction is open.
// returns: nothing

MERGE (lock:JudgementLock {id: 'judgements'})
SET lock.id = 'judgements'
