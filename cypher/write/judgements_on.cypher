// name: judgements_on
// summary: The judgements that move what is found as one of some entities to another one.
// param ids: strings -- ids of entities
// returns: id, moves_to

UNWIND $ids AS id
MATCH (judgement:Judgement {moves_from: id})
RETURN judgement.id AS id, judgement.moves_to AS moves_to ORDER BY id
