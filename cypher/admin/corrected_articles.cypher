// name: corrected_articles
// summary: The articles of which somebody judged a statement, in the order of their ids.
// returns: article

MATCH (judgement:Judgement)
WHERE judgement.corrects IS NOT NULL
RETURN DISTINCT judgement.corrects AS article ORDER BY article
