// name: create_judgement
// summary: Write down a judgement.
// param id: string -- its id
// param properties: row -- all it says
// returns: nothing

CREATE (judgement:Judgement {id: $id})
SET judgement += $properties
