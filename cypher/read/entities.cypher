// name: entities
// summary: The entities of the graph in the order of their ids, or those whose names hold the words asked for.
// param name: name = null -- words of a name or an alias, whatever their case and accents; words may be cut short
// param type: string(Person|Country|Organisation|WeaponSystem|Place) = null -- only this type
// param after: string = null -- where the page before ended
// param limit: integer(1..500) = 50 -- at most this many rows
// returns: id, name, type, wikidata, description, known, statements, statements_about, articles
// pages: id
// example name: berez

CALL () {
    WITH [word IN split($name, ' ') WHERE word <> '' |
            CASE WHEN word =~ '(?U)\\w+' THEN word + '*' ELSE '"' + replace(replace(word, '\\', ' '), '"', ' ') + '"' END
         ] AS words
    WHERE size(words) > 0
    WITH reduce(every = head(words), word IN tail(words) | every + ' AND ' + word) AS every
    CALL db.index.fulltext.queryNodes('entity_names', every) YIELD node AS named
    MATCH (named)-[:SAME_AS*0..20]->(entity:Entity&!Merged)
    RETURN DISTINCT entity
  UNION ALL
    MATCH (entity:Entity)
    WHERE NOT entity:Merged
      AND entity.id > CASE WHEN $name IS NULL THEN coalesce($after, '') ELSE '~' END
      AND ($type IS NULL OR $type IN labels(entity))
    RETURN entity ORDER BY entity.id LIMIT $limit
}
WITH entity
WHERE ($after IS NULL OR entity.id > $after) AND ($type IS NULL OR $type IN labels(entity))
ORDER BY entity.id
LIMIT $limit
RETURN entity.id AS id,
       entity.name AS name,
       [label IN labels(entity) WHERE label <> 'Entity'][0] AS type,
       entity.wikidata AS wikidata,
       entity.description AS description,
       entity.known AS known,
       COUNT { (entity)-[:SAID]->() } AS statements,
       COUNT { (entity)<-[:ABOUT]-() } AS statements_about,
       COUNT { (entity)-[:MENTIONED_IN]->() } AS articles
ORDER BY id
