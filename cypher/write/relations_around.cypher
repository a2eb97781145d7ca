// name: relations_around
// summary: What articles say that entities have to do with each other: in one article, or of some entities.
// param article: string = null -- id of the article
// param entities: strings = [] -- ids of the entities
// returns: relation, subject, type, object, modality, topic, role_from

CALL () {
    MATCH (:Article {id: $article})<-[:FROM]-(relation:Relation)
    RETURN relation
  UNION
    UNWIND $entities AS id
    MATCH (:Entity {id: id})-[:SUBJECT_OF|HAS_OBJECT]-(relation:Relation)
    RETURN relation
}
MATCH (subject:Entity)-[:SUBJECT_OF]->(relation)-[:HAS_OBJECT]->(object:Entity)
RETURN relation.id AS relation,
       subject.id AS subject,
       relation.type AS type,
       object.id AS object,
       relation.modality AS modality,
       relation.topic AS topic,
       relation.role_from AS role_from
ORDER BY relation
