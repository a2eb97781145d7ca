// name: pairs_in_articles
// summary: For pairs of entities, in how many articles both are, and with how many others each was mentioned that the other was too.
// param pairs: rows -- one, other: ids
// returns: one, other, together, company, judged

UNWIND $pairs AS pair
MATCH (one:Entity {id: pair.one})
MATCH (other:Entity {id: pair.other})
RETURN pair.one AS one,
       pair.other AS other,
       COUNT { (one)-[:MENTIONED_IN]->(:Article)<-[:MENTIONED_IN]-(other) } AS together,
       COLLECT {
         MATCH (one)-[:MENTIONED_IN]->(:Article)<-[:MENTIONED_IN]-(third:Entity)
         WHERE third <> other AND NOT third:Country AND third.known
           AND EXISTS { (other)-[:MENTIONED_IN]->(:Article)<-[:MENTIONED_IN]-(third) }
         RETURN DISTINCT third.name ORDER BY third.name LIMIT 3
       } AS company,
       EXISTS {
         MATCH (first:Entity)-[:SAME_AS*0..20]->(one)
         MATCH (second:Entity)-[:SAME_AS*0..20]->(other)
         MATCH (judgement:Judgement WHERE judgement.active AND judgement.kind IN ['distinct', 'split'])
         WHERE (judgement.entity = first.id AND judgement.other = second.id)
            OR (judgement.entity = second.id AND judgement.other = first.id)
       } AS judged
