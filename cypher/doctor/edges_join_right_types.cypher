// name: edges_join_right_types
// summary: Every edge joins the types of entities that it can hold between: a person holds a role, a weapon is used.
// returns: id

MATCH (subject:Entity)-[edge]->(object:Entity)
WITH edge, type(edge) AS type,
     [label IN labels(subject) WHERE label <> 'Entity'][0] AS acts,
     [label IN labels(object) WHERE label <> 'Entity'][0] AS suffers
WHERE NOT type IN ['SAME_AS', 'SPLIT_INTO']
WITH edge, type, acts, suffers,
     ['Person', 'Country', 'Organisation'] AS actors
WHERE NOT CASE
    WHEN type = 'HOLDS_ROLE' THEN acts = 'Person' AND suffers IN ['Country', 'Organisation', 'Place']
    WHEN type IN ['MEMBER_OF', 'SEEKS_MEMBERSHIP'] THEN acts IN actors AND suffers = 'Organisation'
    WHEN type = 'LOCATED_IN' THEN acts <> 'WeaponSystem' AND suffers IN ['Country', 'Place']
    WHEN type = 'USES_WEAPON' THEN acts IN actors AND suffers = 'WeaponSystem'
    WHEN type IN ['SUPPLIES', 'SUPPORTS', 'SANCTIONS', 'CRITICISES'] THEN acts IN actors AND suffers <> 'Place'
    WHEN type IN ['MET', 'CONSULTED', 'PLANS_TO_MEET', 'REQUESTS', 'ACCUSES', 'THREATENS', 'AT_WAR_WITH', 'ALLIED_WITH']
      THEN acts IN actors AND suffers IN actors
    ELSE false
  END
RETURN edge.id AS id ORDER BY id
