// name: name_edges
// summary: Note for which edge each of some relations speaks.
// param relations: rows -- relation, edge (none where both ends are one entity)
// returns: nothing

UNWIND $relations AS row
MATCH (relation:Relation {id: row.relation})
SET relation.edge = row.edge
