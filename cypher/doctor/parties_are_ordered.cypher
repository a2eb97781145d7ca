// name: parties_are_ordered
// summary: Addressees and reporters of every statement have different places among the words that name them.
// returns: id

MATCH (statement:Statement)-[link:ADDRESSED_TO|REPORTED_BY]->()
WITH statement, type(link) AS kind, collect(link.order) AS orders, count(link) AS links,
     count(DISTINCT link.order) AS places
WITH statement, orders, links, places,
     {ADDRESSED_TO: size(statement.to_words), REPORTED_BY: size(statement.reported_by_words)}[kind] AS words
WHERE places <> links OR any(place IN orders WHERE NOT 1 <= place <= words)
RETURN DISTINCT statement.id AS id ORDER BY id
