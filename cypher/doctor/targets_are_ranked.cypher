// name: targets_are_ranked
// summary: The targets of every statement have the ranks 1 to n, each once, and a stance.
// returns: id

MATCH (statement:Statement)-[link:ABOUT|FOLDED]-(:Entity)
WITH statement, link ORDER BY link.rank
WITH statement, collect(link.rank) AS ranks, collect(link.stance) AS stances
WHERE ranks <> range(1, size(ranks))
   OR size(stances) <> size(ranks)
   OR any(stance IN stances WHERE NOT stance IN ['positive', 'neutral', 'negative'])
RETURN statement.id AS id ORDER BY id
