"""All that is in a graph, as two numbers and a hash, and what belongs to each article."""

import hashlib
import json
from typing import NamedTuple

from neo4j import AsyncDriver, AsyncGraphDatabase, Query

from graph_service.settings import Settings
from graph_service.store import GraphStore
from graph_service.store.driver import NO_LIMIT
from graph_service.store.local import Connection

_OF_ARTICLES = """
MATCH (a:Article)
OPTIONAL MATCH (a)<-[:FROM]-(s:Statement)
OPTIONAL MATCH (s)-[r]-(x) WHERE type(r) <> 'RESTATES'
WITH a, s.id AS statement, type(r) AS link, x.id AS other ORDER BY statement, link, other
RETURN a.id AS article, collect([statement, link, other]) AS links
"""
_INGESTED = """
OPTIONAL MATCH (item:IngestItem)
WITH count(item) AS items,
     count(item.due_at) AS open,
     count(item.finished_at) AS finished,
     count(CASE item.state WHEN 'failed' THEN 1 END) AS failed,
     count(CASE item.state WHEN 'skipped' THEN 1 END) AS skipped,
     sum(CASE WHEN item.attempts > 1 THEN item.attempts - 1 ELSE 0 END) AS again
RETURN items, open, finished, failed, skipped, again,
       COUNT { MATCH (told:Statement) WHERE NOT EXISTS { (:Embedding&!Uncompared {id: told.id}) } } AS unread,
       COUNT { (:Article) } AS articles,
       COUNT { (:IngestJob|IngestItem|IngestRequest) } AS nodes
"""
_EMPTY = "MATCH (n:!SchemaMigration&!SchemaLock) DETACH DELETE n"


class GraphState(NamedTuple):
    """How much is in a graph, the hash of it all, and the hash of what belongs to each article."""

    nodes: int
    relationships: int
    hash: str
    articles: dict[str, str]
    # of the invariants
    violations: int


async def graph_state(settings: Settings, connection: Connection) -> GraphState:
    """What is in the graph now; the articles are asked for over a bare driver."""
    async with _driver(connection) as driver:
        rows = (await driver.execute_query(Query(_OF_ARTICLES, timeout=NO_LIMIT))).records
    async with GraphStore.open(settings) as store:
        nodes, relationships = await store.counts()
        return GraphState(
            nodes,
            relationships,
            await store.graph_hash(),
            {row["article"]: hashlib.sha256(json.dumps(row["links"]).encode()).hexdigest() for row in rows},
            sum(invariant.violations for invariant in await store.doctor()),
        )


async def ingested(settings: Settings, connection: Connection) -> dict[str, int]:
    """How many articles there are, what became of the items of jobs, and how many nodes are theirs."""
    async with _driver(connection) as driver:
        return dict((await driver.execute_query(Query(_INGESTED, timeout=NO_LIMIT))).records[0])


async def empty(settings: Settings, connection: Connection) -> None:
    """Takes everything out of the graph and leaves its schema."""
    async with GraphStore.open(settings) as store:
        await store.migrate()
    async with _driver(connection) as driver:
        await driver.execute_query(Query(_EMPTY, timeout=NO_LIMIT))


def _driver(connection: Connection) -> AsyncDriver:
    return AsyncGraphDatabase.driver(connection.uri, auth=(connection.user, connection.password.get_secret_value()))
