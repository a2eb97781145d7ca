// name: link_judged
// summary: Link the entities of some judgements as they say; one that is not there is made of what they keep of it.
// param ids: strings -- ids of judgements
// returns: nothing

UNWIND $ids AS id
MATCH (judgement:Judgement {id: id})
MATCH (from:Entity {id: judgement.moves_from})
MERGE (to:Entity {id: judgement.moves_to})
  ON CREATE SET to:$(judgement.to_type),
                to.name = judgement.to_name,
                to.aliases = judgement.to_aliases,
                to.search_names = judgement.to_search_names,
                to.wikidata = judgement.to_wikidata,
                to.description = judgement.to_description,
                to.known = judgement.to_known
// a property that is set is locked, also when its value stays
SET from.id = judgement.moves_from, to.id = judgement.moves_to
WITH judgement, from, to
CALL (judgement, from, to) {
    WITH judgement, from, to
    WHERE judgement.kind = 'merge'
    MERGE (from)-[:SAME_AS {judgement: judgement.id}]->(to)
    SET from:Merged
    REMOVE from:Person:Country:Organisation:WeaponSystem:Place
}
CALL (judgement, from, to) {
    WITH judgement, from, to
    WHERE judgement.kind = 'split'
    MERGE (from)-[link:SPLIT_INTO {judgement: judgement.id}]->(to)
    SET link.articles = judgement.articles
}
