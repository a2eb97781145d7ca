// name: unlink_judged
// summary: Part the entities that a judgement has linked.
// param id: string -- id of the judgement
// param type: string -- type of the entity that was merged
// returns: nothing

MATCH (from:Entity)-[link:SAME_AS|SPLIT_INTO {judgement: $id}]->(:Entity)
DELETE link
WITH from
WHERE from:Merged
SET from:$($type)
REMOVE from:Merged
