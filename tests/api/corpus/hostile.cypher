// writes; one query a paragraph
CREATE (n:Person {name: "x"})

MERGE (n:Person {name: "x"}) RETURN n

MATCH (n) DETACH DELETE n

MATCH (n:Statement) DELETE n

MATCH (n:Person) SET n.name = "x" RETURN n

MATCH (n:Person) SET n:Admin

MATCH (n:Person) SET n += {a: 1}

MATCH (n:Person) REMOVE n.name

MATCH (n:Person) REMOVE n:Person

FOREACH (x IN [1, 2] | CREATE (:Junk {x: x}))

MATCH (n) FOREACH (x IN [n] | SET x.a = 1)

MATCH (a:Person), (b:Person) CREATE (a)-[:KNOWS]->(b)

MATCH (n:Person) CALL (n) { CREATE (:Junk) } RETURN n

CALL { CREATE (:Junk) } IN TRANSACTIONS

UNWIND [1] AS x CALL (x) { CREATE (:Junk) } IN CONCURRENT TRANSACTIONS

MATCH (n) CALL { WITH n MATCH (n) RETURN 1 AS one } IN TRANSACTIONS OF 1 ROW RETURN one

MATCH (n:Person) RETURN 1 AS a UNION CREATE (m:Junk) RETURN 1 AS a

MATCH (n:Person) WITH n LIMIT 1 SET n.x = COUNT { MATCH (m) RETURN m } RETURN n

CREATE (n) FINISH

INSERT (n:Junk {a: 1})

MATCH (n:Person) NODETACH DELETE n

MATCH (n:Person) SET n.name = n.name RETURN n.name

MATCH (n:$("Person")) SET n.x = 1

CREATE INDEX junk FOR (n:Person) ON (n.x)

CREATE CONSTRAINT junk FOR (n:Person) REQUIRE n.x IS UNIQUE

DROP CONSTRAINT entity_id

DROP INDEX statement_text IF EXISTS

CREATE FULLTEXT INDEX junk FOR (n:Person) ON EACH [n.x]

CREATE VECTOR INDEX junk FOR (n:Person) ON (n.x) OPTIONS {indexConfig: {`vector.dimensions`: 3, `vector.similarity_function`: "cosine"}}

CREATE LOOKUP INDEX junk FOR (n) ON EACH labels(n)

CALL db.createLabel("Junk")

CALL db.createProperty("junk")

CALL db.createRelationshipType("JUNK")

CALL db.create.setNodeVectorProperty(null, "x", [1.0])

MATCH (n:Person) CALL db.create.setNodeVectorProperty(n, "x", [1.0]) RETURN n

// users, settings, other people's work
CREATE USER eve SET PASSWORD "evening-star"

CREATE OR REPLACE USER neo4j SET PASSWORD "evening-star" CHANGE NOT REQUIRED

ALTER USER neo4j SET PASSWORD "evening-star"

ALTER CURRENT USER SET PASSWORD FROM "a" TO "evening-star"

RENAME USER neo4j TO eve

DROP USER neo4j

GRANT ROLE admin TO neo4j

CREATE DATABASE junk

DROP DATABASE neo4j

STOP DATABASE neo4j

CREATE ALIAS junk FOR DATABASE neo4j

SHOW USERS

SHOW CURRENT USER

SHOW DATABASES

SHOW DEFAULT DATABASE

SHOW HOME DATABASE YIELD *

SHOW ROLES

SHOW PRIVILEGES

SHOW SERVERS

SHOW SUPPORTED PRIVILEGES

SHOW SETTINGS

SHOW SETTING "server.directories.data" YIELD name, value RETURN value

SHOW SETTINGS YIELD name, value WHERE name CONTAINS "password" RETURN name, value

SHOW TRANSACTIONS

SHOW TRANSACTION "neo4j-transaction-1" YIELD *

SHOW TRANSACTIONS YIELD currentQuery, transactionId AS id TERMINATE TRANSACTIONS id YIELD message RETURN message

TERMINATE TRANSACTIONS "neo4j-transaction-1"

TERMINATE TRANSACTION "neo4j-transaction-1", "neo4j-transaction-2"

SHOW FUNCTIONS

SHOW PROCEDURES YIELD name

SHOW INDEXES

SHOW CONSTRAINTS YIELD name, createStatement RETURN createStatement

USE system SHOW USERS

USE system MATCH (u) RETURN u

USE neo4j MATCH (n) RETURN n

USE graph.byName("system") MATCH (n) RETURN n

CALL { USE system SHOW USERS YIELD user RETURN user } RETURN user

CALL { USE neo4j MATCH (n) RETURN n } RETURN n

MATCH (n) RETURN n.name AS n UNION USE system MATCH (u) RETURN u.name AS n

// procedures
CALL dbms.listConfig()

CALL dbms.listConfig("password") YIELD name, value RETURN name, value

CALL dbms.killConnection("bolt-1")

CALL dbms.killConnections(["bolt-1", "bolt-2"])

CALL dbms.listConnections()

CALL dbms.listActiveLocks("query-1")

CALL dbms.components()

CALL dbms.info()

CALL dbms.showCurrentUser()

CALL dbms.queryJmx("*:*")

CALL dbms.security.listUsers()

CALL dbms.setConfigValue("db.transaction.timeout", "0")

CALL dbms.listPools()

CALL dbms.routing.getRoutingTable({}, "neo4j")

CALL db.clearQueryCaches()

CALL db.info()

CALL db.listLocks()

CALL db.checkpoint()

CALL db.resampleIndex("entity_id")

CALL db.resampleOutdatedIndexes()

CALL db.prepareForReplanning()

CALL db.awaitIndexes(100000)

CALL db.awaitIndex("entity_id", 100000)

CALL db.stats.retrieve("GRAPH COUNTS")

CALL db.stats.retrieveAllAnonymized("x")

CALL db.stats.collect("QUERIES")

CALL db.stats.clear("QUERIES")

CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()

CALL db.index.fulltext.listAvailableAnalyzers()

CALL tx.setMetaData({a: 1})

CALL tx.getMetaData()

CALL jwt.security.requestAccess("x")

CALL apoc.load.json("http://127.0.0.1/") YIELD value RETURN value

CALL apoc.cypher.runWrite("CREATE (n)", {})

CALL apoc.export.csv.all("out.csv", {})

CALL genai.vector.encodeBatch(["x"], "OpenAI", {token: "x"})

CALL gds.graph.list()

MATCH (n:Person) CALL dbms.killConnection("bolt-1") YIELD username RETURN username

CALL { CALL dbms.listConfig() YIELD value RETURN value } RETURN value

RETURN COLLECT { CALL dbms.listConfig() YIELD value RETURN value } AS values

MATCH (n) WHERE EXISTS { CALL dbms.listConfig() YIELD value RETURN value } RETURN n

CALL `dbms`.`listConfig`()

CALL
  dbms . listConfig ( ) YIELD name RETURN name

// out of the machine, into its files
LOAD CSV FROM "http://127.0.0.1:1/x" AS row RETURN row

LOAD CSV FROM "https://127.0.0.1:1/x" AS row RETURN row

LOAD CSV FROM "ftp://127.0.0.1:1/x" AS row RETURN row

LOAD CSV FROM "file:///etc/passwd" AS row RETURN row

LOAD CSV WITH HEADERS FROM "http://169.254.169.254/latest/meta-data/" AS row FIELDTERMINATOR ";" RETURN row

LOAD CSV FROM $address AS row RETURN row

MATCH (a:Article) LOAD CSV FROM a.url AS row RETURN row

UNWIND ["http://127.0.0.1:1/"] AS u LOAD CSV FROM u + "x" AS row RETURN row

CALL { LOAD CSV FROM "http://127.0.0.1:1/x" AS row RETURN row } RETURN row

RETURN EXISTS { LOAD CSV FROM "http://127.0.0.1:1/x" AS row RETURN row } AS there

RETURN COUNT { LOAD CSV FROM "http://127.0.0.1:1/x" AS row RETURN row } AS many

RETURN COLLECT { LOAD CSV FROM "http://127.0.0.1:1/x" AS row RETURN row } AS rows

MATCH (n) RETURN n.name AS a UNION LOAD CSV FROM "http://127.0.0.1:1/x" AS a RETURN a

LOAD /* no */ CSV /* file */ FROM "file:/etc/hosts" AS row RETURN row, linenumber(), file()

RETURN apoc.load.json("http://127.0.0.1/") AS x

RETURN apoc.util.sleep(100000) AS x

RETURN genai.vector.encode("x", "OpenAI", {token: "x"}) AS x

// what Neo4j cannot stop
RETURN reduce(a = 0, x IN range(1, 2000000000) | a + x) AS x

RETURN size(range(1, 2000000000)) AS x

UNWIND range(1, 2000000000) AS x RETURN count(x)

MATCH (n) WHERE n.x IN range(0, 100000000) RETURN n

RETURN [x IN range(1, 2000000000) WHERE x < 0] AS x

MATCH (s:Statement) WHERE s.text =~ "(.*a){12}" RETURN s

RETURN "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!" =~ "(a+)+b" AS x

MATCH (n) WHERE any(x IN [1] WHERE n.name =~ "(.*a){12}") RETURN n

MATCH (n) RETURN n ORDER BY size(range(1, 2000000000))

MATCH (n) RETURN n LIMIT size(range(1, 2000000000))

MATCH (n) RETURN n SKIP size(range(1, 2000000000))

MATCH (n) RETURN CASE WHEN n.x =~ "a" THEN 1 ELSE 2 END AS x

MATCH (n) RETURN n {x: reduce(a = 0, x IN [1] | a + x)} AS x

MATCH (n) RETURN [(n)--(m) WHERE m.name =~ "(.*a){12}" | m.name] AS x

MATCH (n) WHERE EXISTS { MATCH (m) WHERE m.name =~ "(.*a){12}" } RETURN n

RETURN COUNT { UNWIND range(1, 2000000000) AS x RETURN x } AS x

CALL { UNWIND range(1, 2000000000) AS x RETURN count(x) AS c } RETURN c

RETURN RaNgE(1, 2000000000) AS x

RETURN `range`(1, 2000000000) AS x

RETURN range /* so */ (1, 2000000000) AS x

RETURN range // so
(1, 2000000000) AS x

WITH "range" AS f RETURN range(1, 2000000000)[0] AS x

MATCH (n) WITH collect(n) AS l RETURN size([x IN l WHERE any(y IN l WHERE y.name = x.name)]) AS x

MATCH (n) WITH collect(n) AS l RETURN [x IN l | [y IN l | [z IN l | 1]]] AS x

MATCH (n) WITH collect(n) AS l RETURN all(x IN l WHERE none(y IN l WHERE single(z IN l WHERE z = x))) AS x

// the guard itself
EXPLAIN MATCH (n) DETACH DELETE n

PROFILE MATCH (n) RETURN n

profile MATCH (n) RETURN n

/* so */ PROFILE /* so */ MATCH (n) RETURN n

CYPHER 5 MATCH (n) RETURN n

CYPHER runtime=interpreted replan=force MATCH (n) RETURN n

CYPHER 25 SHOW USERS

MATCH (n) RETURN n; MATCH (n) DETACH DELETE n

RETURN 1 AS a; SHOW USERS;

RETURN 1 AS a //
; CREATE (n)

\u0043REATE (n:Junk)

\u004cOAD CSV FROM "http://127.0.0.1:1/x" AS row RETURN row

RETURN \u0072ange(1, 2000000000) AS x

RETURN "\u0022 AS a LOAD CSV FROM \u0022http://127.0.0.1:1/\u0022 AS b RETURN b //" AS c

MATCH (n) WHERE n.name \u003d~ "(.*a){12}" RETURN n

CALL dbms\u002elistConfig()

RETURN 1 AS `a` SHOW USERS

:use system

:play http://127.0.0.1/

ＣＲＥＡＴＥ (n:Junk)

CR/**/EATE (n:Junk)

';DROP DATABASE neo4j //

BEGIN CREATE (n:Junk) COMMIT
