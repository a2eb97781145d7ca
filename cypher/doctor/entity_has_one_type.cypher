// name: entity_has_one_type
// summary: Every entity is exactly one of person, country, organisation, weapon system and place, or merged into one.
// returns: id

MATCH (entity:Entity)
WHERE size([label IN labels(entity)
            WHERE label IN ['Person', 'Country', 'Organisation', 'WeaponSystem', 'Place', 'Merged']]) <> 1
   OR size(labels(entity)) <> 2
   OR entity:Merged <> (COUNT { (entity)-[:SAME_AS]->(:Entity) } = 1)
RETURN entity.id AS id ORDER BY id
