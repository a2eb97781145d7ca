// name: withdraw_judgement
// summary: Note that a judgement does not hold any more, by whom and why; it moves nothing from now on.
// param id: string -- its id
// param by: string -- who withdraws it
// param at: string -- when, in ISO 8601
// param why: string -- the reason
// returns: nothing

MATCH (judgement:Judgement {id: $id})
SET judgement.active = false,
    judgement.withdrawn_by = $by,
    judgement.withdrawn_at = $at,
    judgement.withdrawn_why = $why
REMOVE judgement.moves_from, judgement.corrects
