// name: judged_party
// summary: Make whom a correction leads to, where nobody names them any more, of what it keeps of them.
// param judgement: string -- id of the judgement
// returns: nothing

MATCH (judgement:Judgement {id: $judgement})
MERGE (to:Entity {id: judgement.to})
  ON CREATE SET to:$(judgement.to_type),
                to.name = judgement.to_name,
                to.aliases = judgement.to_aliases,
                to.search_names = judgement.to_search_names,
                to.wikidata = judgement.to_wikidata,
                to.description = judgement.to_description,
                to.known = judgement.to_known
// a property that is set is locked, also when its value stays
SET to.id = judgement.to
