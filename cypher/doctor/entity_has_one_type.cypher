// name: entity_has_one_type
// summary: Every entity is exactly one of person, country, organisation, weapon system and place.
// returns: id

MATCH (entity:Entity)
WHERE size([label IN labels(entity)
            WHERE label IN ['Person', 'Country', 'Organisation', 'WeaponSystem', 'Place']]) <> 1
   OR size(labels(entity)) <> 2
RETURN entity.id AS id ORDER BY id
