// name: article_statements
// summary: The statements of an article, in the order of its text.
// param article: string -- id of the article
// param after: string = null -- where the page before ended
// param limit: integer(1..500) = 500 -- at most this many rows
// example article: article:3691c4dbeb539365aa9f
// continues: statement_row

MATCH (:Article {id: $article})<-[:FROM]-(statement:Statement)
