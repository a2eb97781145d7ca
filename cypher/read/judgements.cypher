// name: judgements
// summary: What people decided about who entities are, and about statements, in the order in which they did.
// param entity: string = null -- id of an entity the judgement is about
// param statement: string = null -- id of a statement it corrects
// param article: string = null -- id of an article it is about
// param kind: string(merge|split|distinct|wrong_speaker|wrong_target|not_a_statement) = null -- only this kind
// param active: boolean = null -- whether it holds, or was withdrawn
// param after: string = null -- where the page before ended
// param limit: integer(1..500) = 50 -- at most this many rows
// returns: id, kind, entity, entity_name, other, other_name, articles, statement, text, by, at, why, active, withdrawn_by, withdrawn_at, withdrawn_why
// pages: at, id

MATCH (judgement:Judgement)
WHERE judgement.sort_key > coalesce($after, '')
  AND ($entity IS NULL OR $entity IN [judgement.entity, judgement.other])
  AND ($statement IS NULL OR judgement.statement = $statement)
  AND ($article IS NULL OR $article IN judgement.articles)
  AND ($kind IS NULL OR judgement.kind = $kind)
  AND ($active IS NULL OR judgement.active = $active)
WITH judgement ORDER BY judgement.sort_key LIMIT $limit
RETURN judgement.id AS id,
       judgement.kind AS kind,
       judgement.entity AS entity,
       judgement.entity_name AS entity_name,
       judgement.other AS other,
       judgement.other_name AS other_name,
       judgement.articles AS articles,
       judgement.statement AS statement,
       judgement.text AS text,
       judgement.by AS by,
       judgement.at AS at,
       judgement.why AS why,
       judgement.active AS active,
       judgement.withdrawn_by AS withdrawn_by,
       judgement.withdrawn_at AS withdrawn_at,
       judgement.withdrawn_why AS withdrawn_why
ORDER BY judgement.sort_key
