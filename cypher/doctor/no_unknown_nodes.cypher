// name: no_unknown_nodes
// summary: Every node is an article, a statement, a relation, an entity, an anonymous source, a judgement or a note on the schema, and has an id.
// returns: id

MATCH (node)
WHERE NOT node:SchemaMigration
  AND (NOT node:Article|Statement|Relation|Entity|AnonymousSource|Judgement|SchemaLock|JudgementLock OR node.id IS NULL)
RETURN elementId(node) AS id ORDER BY id
