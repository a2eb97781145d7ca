// name: judged_statement
// summary: A statement that somebody judges: where it stands, who says it and about whom, as the graph has it now.
// param id: string -- id of the statement
// returns: article, text_sha256, text, spans, dismissed, speaker, targets, judgements

MATCH (statement:Statement|Dismissed {id: $id})-[:FROM]->(article:Article)
RETURN article.id AS article,
       article.text_sha256 AS text_sha256,
       statement.text AS text,
       statement.spans AS spans,
       statement:Dismissed AS dismissed,
       head(COLLECT {
         MATCH (speaker)-[said:SAID]->(statement)
         RETURN {id: speaker.id, name: coalesce(speaker.name, speaker.text), found: coalesce(said.found, speaker.id),
                 judgement: said.judgement}
       }) AS speaker,
       COLLECT {
         MATCH (statement)-[about:ABOUT]->(target)
         RETURN {id: target.id, name: target.name, found: coalesce(about.found, target.id), judgement: about.judgement}
         ORDER BY about.rank
       } AS targets,
       coalesce(statement.judgements, []) AS judgements
