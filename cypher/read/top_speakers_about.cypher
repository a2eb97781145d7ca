// name: top_speakers_about
// summary: Who said most about somebody or something.
// param about: entity -- whom or what the statements are about
// param since: date = null -- not before this day
// param until: date = null -- not after this day
// param limit: integer(1..500) = 20 -- at most this many rows
// returns: speaker, speaker_id, speaker_type, statements, articles, first_said, last_said
// example about: country:ukraine

MATCH (:Entity {id: $about})<-[:ABOUT]-(statement:Statement)-[:FROM]->(article:Article)
WHERE ($since IS NULL OR article.published_at >= $since)
  AND ($until IS NULL OR article.published_at <= $until)
MATCH (speaker:Entity)-[:SAID]->(statement)
WITH speaker,
     count(DISTINCT statement) AS statements,
     count(DISTINCT article) AS articles,
     toString(min(article.published_at)) AS first_said,
     toString(max(article.published_at)) AS last_said
ORDER BY statements DESC, articles DESC, speaker.id
LIMIT $limit
RETURN speaker.name AS speaker,
       speaker.id AS speaker_id,
       [label IN labels(speaker) WHERE label <> 'Entity'][0] AS speaker_type,
       statements, articles, first_said, last_said
