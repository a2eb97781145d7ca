// name: entities
// summary: Make the entities of an article, or add what it calls them; the knowledge base has the last word.
// param entities: rows -- id, type, name, names, search_names, wikidata, description, known; in the order of their ids
// returns: nothing

UNWIND $entities AS row
MERGE (entity:Entity {id: row.id})
  ON CREATE SET entity:$(row.type), entity.known = row.known
// a property that is set is locked, also when its value stays
SET entity.id = row.id
WITH entity, row
WHERE row.known OR NOT entity.known
// Whatever order articles come in: of several spellings of an unknown name the last in the alphabet stands, where
// capitals come before small letters and plain letters before accented ones.
SET entity.known = row.known,
    entity.name = CASE WHEN NOT row.known AND entity.name > row.name THEN entity.name ELSE row.name END,
    entity.aliases = CASE WHEN row.known THEN row.names ELSE COLLECT {
      UNWIND coalesce(entity.aliases, []) + row.names AS name
      RETURN DISTINCT name ORDER BY name
    } END,
    entity.search_names = CASE WHEN row.known THEN row.search_names ELSE COLLECT {
      UNWIND coalesce(entity.search_names, []) + row.search_names AS name
      RETURN DISTINCT name ORDER BY name
    } END,
    entity.wikidata = CASE WHEN row.known THEN row.wikidata END,
    entity.description = CASE WHEN row.known THEN row.description END
