// name: no_unknown_nodes
// summary: Every node is one of those that we write, and has an id.
// returns: id

MATCH (node)
WHERE NOT node:SchemaMigration
  AND (NOT node:Article|Statement|Dismissed|Relation|Entity|AnonymousSource|Judgement|Embedding|Feed|Restore
              |IngestJob|IngestItem|IngestRequest|SchemaLock|JudgementLock
       OR node.id IS NULL)
RETURN elementId(node) AS id ORDER BY id
