// name: record_migration
// summary: Note that a schema file was applied.
// param version: string -- its number, as its name has it
// param name: string -- the rest of its name
// param checksum: string -- SHA-256 of the file
// returns: nothing

MERGE (migration:SchemaMigration {version: $version})
SET migration.name = $name, migration.checksum = $checksum, migration.applied_at = datetime()
