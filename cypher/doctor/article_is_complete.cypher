// name: article_is_complete
// summary: Every article has its text, its keys, its language, its extractor and the time it was written.
// returns: id

MATCH (article:Article)
WHERE any(value IN [article.text, article.text_sha256, article.content_key, article.sort_key, article.language,
                    article.characters, article.extractor, article.ingested_at] WHERE value IS NULL)
   OR article.text = ''
RETURN coalesce(article.id, elementId(article)) AS id ORDER BY id
