// name: judgements_against
// summary: What speaks against two groups of entities being one: who was judged to be distinct, or split.
// param ones: strings -- ids of the one group
// param others: strings -- ids of the other group
// returns: id

MATCH (judgement:Judgement WHERE judgement.active)
WHERE judgement.kind IN ['distinct', 'split']
  AND ((judgement.entity IN $ones AND judgement.other IN $others)
    OR (judgement.entity IN $others AND judgement.other IN $ones))
RETURN judgement.id AS id ORDER BY id
