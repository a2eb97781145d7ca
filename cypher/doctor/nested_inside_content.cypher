// name: nested_inside_content
// summary: The content of a nested statement lies inside that of the statement it stands in.
// returns: id

MATCH (statement:Statement)-[:WITHIN]->(parent:Statement)
WHERE NOT parent.start <= statement.start <= statement.end <= parent.end
RETURN statement.id AS id ORDER BY id
