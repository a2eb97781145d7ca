// name: judgements_are_applied
// summary: A judgement that holds links the entities it is about, where both are there, and one that was withdrawn does not.
// returns: id

CALL () {
    MATCH (judgement:Judgement)
    WHERE judgement.moves_from IS NOT NULL
      AND EXISTS { (:Entity {id: judgement.moves_from}) }
      AND NOT EXISTS {
            MATCH (:Entity {id: judgement.moves_from})-[link:SAME_AS|SPLIT_INTO]->(:Entity {id: judgement.moves_to})
            WHERE link.judgement = judgement.id
          }
    RETURN judgement.id AS id
  UNION
    MATCH (:Entity)-[link:SAME_AS|SPLIT_INTO]->(:Entity)
    WHERE NOT EXISTS { (judgement:Judgement {id: link.judgement}) WHERE judgement.active }
    RETURN DISTINCT link.judgement AS id
}
RETURN id ORDER BY id
