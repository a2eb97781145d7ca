// name: statements
// summary: Statements by any mixture of filters, newest first.
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
// param after: string = null -- where the page before ended
// param limit: integer(1..500) = 50 -- at most this many rows
// example speaker: person:olena-berezna
// continues: statement_row

// here: filtered_statements, most = $limit
