// name: suggest_entities
// summary: Entities with a name like this one, for completing what somebody types and for slips of the hand.
// param name: name -- a name or its beginning, whatever its case and accents
// param limit: integer(1..100) = 10 -- at most this many rows
// returns: id, name, type, statements, articles
// example name: berezn

WITH [word IN split($name, ' ') WHERE word =~ '(?U)\\w+' | '(' + word + '* OR ' + word + '~)'] AS words
WHERE size(words) > 0
WITH reduce(every = head(words), word IN tail(words) | every + ' AND ' + word) AS every
CALL db.index.fulltext.queryNodes('entity_names', every, {limit: 200}) YIELD node AS named, score
MATCH (named)-[:SAME_AS*0..20]->(entity:Entity&!Merged)
WITH entity, max(score) AS score
WITH entity, score,
     COUNT { (entity)-[:SAID]->() } AS statements,
     COUNT { (entity)-[:MENTIONED_IN]->() } AS articles
ORDER BY round(score, 1) DESC, statements DESC, articles DESC, entity.id
LIMIT $limit
RETURN entity.id AS id,
       entity.name AS name,
       [label IN labels(entity) WHERE label <> 'Entity'][0] AS type,
       statements, articles
