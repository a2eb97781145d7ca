// name: links_join_right_kinds
// summary: No dangling end: every relationship joins the kinds of nodes it is meant for.
// returns: id

MATCH (from)-[link]->(to)
WITH from, to, type(link) AS kind,
     CASE WHEN from:Entity THEN 'Entity' ELSE head(labels(from)) END AS source,
     CASE WHEN to:Entity THEN 'Entity' ELSE head(labels(to)) END AS target
WHERE NOT [source, kind, target] IN [
  ['Article', 'PUBLISHED_BY', 'Entity'],
  ['Statement', 'FROM', 'Article'],
  ['Entity', 'SAID', 'Statement'],
  ['AnonymousSource', 'SAID', 'Statement'],
  ['Statement', 'ABOUT', 'Entity'],
  ['Statement', 'ADDRESSED_TO', 'Entity'],
  ['Statement', 'ADDRESSED_TO', 'AnonymousSource'],
  ['Statement', 'REPORTED_BY', 'Entity'],
  ['Statement', 'REPORTED_BY', 'AnonymousSource'],
  ['Statement', 'WITHIN', 'Statement'],
  ['Statement', 'RESTATES', 'Statement'],
  ['Relation', 'FROM', 'Article'],
  ['Entity', 'SUBJECT_OF', 'Relation'],
  ['Relation', 'HAS_OBJECT', 'Entity'],
  ['Relation', 'STATED_IN', 'Statement'],
  ['Entity', 'MENTIONED_IN', 'Article'],
  ['Entity', 'FOLDED', 'Article'],
  ['Entity', 'FOLDED', 'Statement'],
  ['Dismissed', 'FROM', 'Article'],
  ['Entity', 'CORRECTED', 'Statement'],
  ['AnonymousSource', 'CORRECTED', 'Statement'],
  ['Entity', 'CORRECTED', 'Dismissed'],
  ['AnonymousSource', 'CORRECTED', 'Dismissed'],
  ['Statement', 'CORRECTED', 'Dismissed'],
  ['Dismissed', 'CORRECTED', 'Dismissed'],
  ['Relation', 'CORRECTED', 'Dismissed']
]
AND NOT (source = 'Entity' AND target = 'Entity')
RETURN coalesce(from.id, elementId(from)) + ' ' + kind AS id ORDER BY id
