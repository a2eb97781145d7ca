// name: counts
// summary: How many nodes and relationships there are, of whatever kind.
// returns: nodes, relationships

RETURN COUNT { () } AS nodes, COUNT { ()-->() } AS relationships
