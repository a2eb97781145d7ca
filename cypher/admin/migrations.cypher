// name: migrations
// summary: The schema files that were applied to this graph, in order.
// returns: version, name, checksum

MATCH (migration:SchemaMigration)
RETURN migration.version AS version, migration.name AS name, migration.checksum AS checksum
ORDER BY version
