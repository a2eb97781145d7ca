// name: targets_are_ranked
// summary: The targets of every statement have the ranks 1 to n, each once, and a stance.
// returns: id

MATCH (statement:Statement)-[link:ABOUT|FOLDED]-(:Entity)
WITH statement, link ORDER BY link.rank
WITH statement, collect(link.rank) AS ranks, collect(link.stance) AS stances,
     // whom it is not about keeps the rank; who was judged to be in its place has the same
     COLLECT { MATCH (statement)<-[kept:CORRECTED {link: 'ABOUT'}]-() RETURN kept.rank } AS corrected
WITH statement, ranks, stances,
     COLLECT { UNWIND ranks + corrected AS rank RETURN DISTINCT rank ORDER BY rank } AS places
WHERE places <> range(1, size(places))
   OR size(ranks) <> size(COLLECT { UNWIND ranks AS rank RETURN DISTINCT rank })
   OR size(stances) <> size(ranks)
   OR any(stance IN stances WHERE NOT stance IN ['positive', 'neutral', 'negative'])
RETURN statement.id AS id ORDER BY id
