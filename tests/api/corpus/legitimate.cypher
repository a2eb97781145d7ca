// what researchers ask; one query a paragraph
MATCH (p:Person {name: "Ada Novak"})-[said:SAID]->(s)-[about:ABOUT]->(x) RETURN p, said, s, about, x

MATCH (p:Person)-[:SAID]->(s:Statement) RETURN p.name AS speaker, count(s) AS statements ORDER BY statements DESC LIMIT 20

MATCH (s:Statement)-[:FROM]->(a:Article) WHERE a.published_at >= date("2031-03-01") RETURN s.text, a.title, a.url ORDER BY a.published_at DESC, s.start LIMIT 100

MATCH (p:Person)-[:SAID]->(:Statement)-[t:ABOUT]->(c:Country) RETURN p.name, c.name, t.stance, count(*) AS times

MATCH (p)-[:SAID]->(s:Statement)-[:ADDRESSED_TO]->(q:Person) WHERE p.name <> q.name RETURN p.name, q.name, collect(s.text)[..3] AS examples

MATCH (s:Statement)-[r:REPORTED_BY]->(o:Organisation) RETURN o.name, r.order, count(s)

MATCH (a:Article) RETURN a.outlet AS outlet, count(*) AS articles, min(a.published_at) AS first, max(a.published_at) AS last

MATCH (a:Article) WHERE a.published_at IS NOT NULL RETURN date.truncate("month", a.published_at) AS month, count(*) AS articles ORDER BY month

MATCH (s:Statement) WHERE s.text CONTAINS "treaty" RETURN s.text, s.modality LIMIT 10

MATCH (s:Statement) WHERE toLower(s.text) STARTS WITH "we will" OR toLower(s.text) ENDS WITH "again" RETURN s

MATCH (s:Statement) WHERE s.modality IN ["denial", "warning"] AND NOT s.negated RETURN s.modality, count(*) AS n

MATCH (p:Person) WHERE NOT EXISTS { (p)-[:SAID]->() } RETURN p.name

MATCH (p:Person) RETURN p.name, COUNT { (p)-[:SAID]->() } AS said, COUNT { (p)<-[:ABOUT]-() } AS about

MATCH (p:Person) RETURN p.name, COLLECT { MATCH (p)-[:SAID]->(s) RETURN s.text ORDER BY s.sort_key LIMIT 3 } AS newest

MATCH (e:Entity)-[m:MENTIONED_IN]->(a:Article) RETURN e.name, sum(m.count) AS mentions ORDER BY mentions DESC LIMIT 25

MATCH (e:Entity) RETURN labels(e) AS kinds, count(*) AS many

MATCH (a:Person), (b:Person) WHERE a.id < b.id AND EXISTS { (a)-[:MENTIONED_IN]->()<-[:MENTIONED_IN]-(b) } RETURN a.name, b.name

MATCH p = shortestPath((a:Person {name: "Ada Novak"})-[*..6]-(b:Country {name: "Norway"})) RETURN [n IN nodes(p) | coalesce(n.name, n.title, n.text)] AS steps, length(p) AS long

MATCH p = SHORTEST 1 (a:Person {name: "Ada Novak"})-[:SAID|ABOUT|ADDRESSED_TO]-+(b:Person) WHERE a <> b RETURN p

MATCH (a:Person)-[:SAID]->(s)-[:WITHIN]->(outer) RETURN s.text, outer.text

MATCH path = (:Statement)-[:RESTATES*1..3]->(:Statement) RETURN path

MATCH (s:AnonymousSource)-[:SAID]->(t) RETURN s.kind, s.text, t.text

MATCH (s:Statement) WHERE size(s.topics) > 0 UNWIND s.topics AS topic RETURN topic, count(*) AS n ORDER BY n DESC, topic LIMIT 50

MATCH (s:Statement) RETURN avg(s.confidence) AS mean, stDev(s.confidence) AS deviation, percentileCont(s.confidence, 0.5) AS median

MATCH (s:Statement) WITH s.type AS type, s.modality AS modality, count(*) AS n WHERE n > 1 RETURN type, modality, n

MATCH (s:Statement) RETURN CASE WHEN s.confidence > 0.9 THEN "sure" WHEN s.confidence > 0.5 THEN "likely" ELSE "weak" END AS how, count(*) AS n

MATCH (r:Relation) WHERE r.modality = "asserted" RETURN r.type, r.topic, r.sentence LIMIT 20

MATCH (a:Entity)-[:SUBJECT_OF]->(r:Relation)-[:HAS_OBJECT]->(b:Entity) RETURN a.name, r.type, b.name, r.published_at

MATCH (a:Entity)-[r:MET|SUPPLIES]->(b:Entity) RETURN a.name, type(r), b.name, properties(r) AS all

MATCH (n) RETURN DISTINCT labels(n) AS labels ORDER BY labels

MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS n ORDER BY n DESC

CALL db.labels() YIELD label RETURN label ORDER BY label

CALL db.relationshipTypes()

CALL db.propertyKeys() YIELD propertyKey RETURN collect(propertyKey) AS keys

CALL db.schema.visualization()

CALL db.index.fulltext.queryNodes("statement_text", "treaty") YIELD node, score RETURN node.text, score LIMIT 5

MATCH (p:Person) OPTIONAL MATCH (p)-[:SAID]->(s) WITH p, count(s) AS n RETURN p.name, n ORDER BY n DESC SKIP 2 LIMIT 5

MATCH (p:Person) CALL (p) { MATCH (p)-[:SAID]->(s) RETURN s ORDER BY s.confidence DESC LIMIT 1 } RETURN p.name, s.text

MATCH (p:Person) RETURN p.name AS name UNION MATCH (o:Organisation) RETURN o.name AS name

MATCH (p:Person)-[:SAID]->(s) WITH p, collect(s {.text, .type}) AS said RETURN p {.name, .wikidata, said: said} AS person

MATCH (p:Person) RETURN [alias IN p.aliases WHERE size(alias) > 5 | toUpper(alias)] AS long

MATCH (p:Person) WHERE any(alias IN p.aliases WHERE alias CONTAINS "Nov") RETURN p.name

MATCH (p:Person) WHERE none(alias IN p.aliases WHERE any(word IN ["Mr", "Ms"] WHERE alias STARTS WITH word)) RETURN p.name

MATCH path = (a:Person)-[*1..2]-(b) WHERE all(n IN nodes(path) WHERE single(l IN labels(n) WHERE l = "Entity")) RETURN path LIMIT 10

UNWIND ["Ada Novak", "Ben Ortiz"] AS name MATCH (p:Person {name: name}) RETURN p.id

UNWIND $names AS name OPTIONAL MATCH (p:Entity {name: name}) RETURN name, p IS NOT NULL AS known

MATCH (a:Article) RETURN a.title, duration.between(a.published_at, date()).days AS age ORDER BY age LIMIT 5

MATCH (s:Statement) RETURN substring(s.text, 0, 40) + "…" AS begins, trim(split(s.text, ",")[0]) AS clause, replace(s.text, "\n", " ") AS line LIMIT 5

MATCH (p:Person)-[:SAID]->(s)-[:FROM]->(a) WITH a, count(DISTINCT p) AS voices, count(s) AS statements RETURN a.title, voices, round(1.0 * statements / voices, 2) AS each

MATCH (a:Article) WHERE date("2031-01-01") <= a.published_at < date("2032-01-01") RETURN count(*)

MATCH (j:Judgement) WHERE j.active RETURN j.kind, j.entity, j.other, j.by, j.why

MATCH (m:Merged)-[:SAME_AS]->(e) RETURN m.name, e.name

MATCH (w:WeaponSystem)<-[:ABOUT]-(s)<-[:SAID]-(p) RETURN w.name, collect(DISTINCT p.name) AS speakers

MATCH (a)-[:SAID]->(s)-[:ABOUT]->(b), (b)-[:SAID]->(t)-[:ABOUT]->(a) RETURN a.name, b.name, s.text, t.text

MATCH (s:Statement) WHERE s.quote_key IS NOT NULL WITH s.quote_key AS key, collect(s) AS same WHERE size(same) > 1 RETURN key, [each IN same | each.text] AS texts

MATCH (e:Entity) WHERE e.id STARTS WITH "person:" AND NOT e.known RETURN e.id, e.name, size(e.aliases) AS spellings

// who is talked of and never speaks
MATCH (p:Person)<-[:ABOUT]-(s) WHERE NOT (p)-[:SAID]->() RETURN p.name, count(s) AS n ORDER BY n DESC;

MATCH (`the speaker`:Person)-[:SAID]->(s) /* all of them */ RETURN `the speaker`.name AS `who said it`, s.text AS `what: range(1) =~ reduce(x)`

MATCH (s:Statement) WHERE s.text CONTAINS "LOAD CSV" OR s.text CONTAINS "a =~ b; DETACH DELETE" RETURN count(s)

MATCH (n:Person|Country) WHERE n.name IN $names RETURN n.name, [(n)<-[:ABOUT]-(s) | s.text] AS about_them

MATCH (n:Person&!Merged) RETURN count(n)
