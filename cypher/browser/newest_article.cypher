// name: newest_article
// summary: The newest article, with who says what in it.
// returns: article, from, statement, said, speaker

MATCH (newest:Article)
WITH newest ORDER BY newest.sort_key LIMIT 1
MATCH (article:Article {id: newest.id})<-[from:FROM]-(statement)<-[said:SAID]-(speaker)
RETURN article, from, statement, said, speaker
