// name: statement_facets
// summary: How many statements each speaker, target, outlet and so on has, by any mixture of filters.
// param speaker: entity = null -- who said it
// param about: entity = null -- whom or what it is about
// param to: entity = null -- to whom it was said
// param reported_by: entity = null -- who relayed it
// param outlet: string = null -- who published the article, as written there
// param article: string = null -- id of the article
// param q: string = null -- words that all stand in the statement
// param type: string(direct|indirect|mixed) = null -- how it is quoted
// param modality: string(assertion|intention|demand|denial|belief|warning) = null -- what the speaker does by saying it
// param stance: string(positive|neutral|negative) = null -- how the speaker takes what it is about
// param nested: boolean = null -- only those inside another statement, or only those that are not
// param since: date = null -- not before this day
// param until: date = null -- not after this day
// param among: integer(1..100000) = 1000 -- the newest so many are counted
// param limit: integer(1..100) = 8 -- at most so many values of each facet
// returns: facet, value, label, statements
// example speaker: person:olena-berezna

// here: filtered_statements, after = null, most = $among
WITH DISTINCT statement, article LIMIT $among
WITH collect(statement) AS found, collect(article) AS articles
WHERE size(found) > 0
CALL (found, articles) {
    RETURN 'all' AS facet, null AS value, null AS label, size(found) AS statements
  UNION ALL
    UNWIND found AS statement
    MATCH (statement)-[link:SAID|ABOUT|ADDRESSED_TO|REPORTED_BY]-(one:Entity)
    WITH type(link) AS link, one, count(DISTINCT statement) AS statements ORDER BY statements DESC, one.id
    WITH link, collect([one, statements])[..$limit] AS most
    UNWIND most AS each
    RETURN CASE link WHEN 'SAID' THEN 'speaker' WHEN 'ABOUT' THEN 'about' WHEN 'ADDRESSED_TO' THEN 'to'
           ELSE 'reported_by' END AS facet,
           each[0].id AS value, each[0].name AS label, each[1] AS statements
  UNION ALL
    UNWIND found AS statement
    WITH statement.type AS type, statement.modality AS modality, count(statement) AS statements
    UNWIND [['type', type], ['modality', modality]] AS each
    WITH each[0] AS facet, each[1] AS value, sum(statements) AS statements ORDER BY facet, statements DESC, value
    RETURN facet, value, value AS label, statements
  UNION ALL
    UNWIND found AS statement
    MATCH (statement)-[link:ABOUT]->(target:Entity)
    WHERE $about IS NULL OR target.id = $about
    WITH link.stance AS stance, count(DISTINCT statement) AS statements ORDER BY statements DESC, stance
    RETURN 'stance' AS facet, stance AS value, stance AS label, statements
  UNION ALL
    UNWIND articles AS article
    WITH article, count(*) AS statements
    WITH article.outlet AS outlet, sum(statements) AS statements
    WHERE outlet IS NOT NULL
    WITH outlet, statements ORDER BY statements DESC, outlet LIMIT $limit
    RETURN 'outlet' AS facet, outlet AS value, outlet AS label, statements
  UNION ALL
    UNWIND articles AS article
    WITH article, count(*) AS statements
    WHERE article.published_at IS NOT NULL
    WITH date.truncate('month', article.published_at) AS month, sum(statements) AS statements ORDER BY month
    RETURN 'month' AS facet, toString(month) AS value, left(toString(month), 7) AS label, statements
}
RETURN facet, value, label, statements
