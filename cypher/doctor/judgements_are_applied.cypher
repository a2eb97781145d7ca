// name: judgements_are_applied
// summary: A judgement that holds links the entities it is about or corrects its statement, where they are there; one that was withdrawn does not.
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
  UNION
    MATCH (judgement:Judgement)
    WHERE judgement.corrects IS NOT NULL
    MATCH (statement:Statement {id: judgement.statement})
    WHERE statement.text = judgement.text
      AND (NOT judgement.id IN coalesce(statement.judgements, [])
        OR judgement.kind = 'not_a_statement'
        OR (judgement.kind = 'wrong_speaker' AND NOT EXISTS { (statement)<-[:SAID {judgement: judgement.id}]-() }))
    RETURN judgement.id AS id
  UNION
    MATCH (statement:Statement|Dismissed)
    WHERE statement:Dismissed OR statement.judgements IS NOT NULL
    UNWIND coalesce(statement.judgements, [statement.id]) AS id
    WITH id
    WHERE NOT EXISTS { (judgement:Judgement {id: id}) WHERE judgement.corrects IS NOT NULL }
    RETURN DISTINCT id
  UNION
    MATCH ()-[link:SAID|ABOUT|CORRECTED]->()
    WHERE link.judgement IS NOT NULL
      AND NOT EXISTS { (judgement:Judgement {id: link.judgement}) WHERE judgement.corrects IS NOT NULL }
    RETURN DISTINCT link.judgement AS id
}
RETURN id ORDER BY id
