// name: judgement_state
// summary: What a judgement says and moves.
// param id: string -- its id
// returns: properties

MATCH (judgement:Judgement {id: $id})
RETURN properties(judgement) AS properties
