"""All that is in a graph, as two numbers and a hash, and what belongs to each article."""

import hashlib
import json
from typing import NamedTuple

from neo4j import AsyncDriver, AsyncGraphDatabase

from graph_service.settings import Settings
from graph_service.store import GraphStore
from graph_service.store.local import Connection

_OF_ARTICLES = """
MATCH (a:Article)
OPTIONAL MATCH (a)<-[:FROM]-(s:Statement)
OPTIONAL MATCH (s)-[r]-(x) WHERE type(r) <> 'RESTATES'
WITH a, s.id AS statement, type(r) AS link, x.id AS other ORDER BY statement, link, other
RETURN a.id AS article, collect([statement, link, other]) AS links
"""
_EMPTY = "MATCH (n:Entity|Article|Statement|Relation|AnonymousSource|Judgement) DETACH DELETE n"


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
        rows = (await driver.execute_query(_OF_ARTICLES)).records
    async with GraphStore.open(settings) as store:
        nodes, relationships = await store.counts()
        return GraphState(
            nodes,
            relationships,
            await store.graph_hash(),
            {row["article"]: hashlib.sha256(json.dumps(row["links"]).encode()).hexdigest() for row in rows},
            sum(invariant.violations for invariant in await store.doctor()),
        )


async def empty(settings: Settings, connection: Connection) -> None:
    """Takes everything out of the graph and leaves its schema."""
    async with GraphStore.open(settings) as store:
        await store.migrate()
    async with _driver(connection) as driver:
        await driver.execute_query(_EMPTY)


def _driver(connection: Connection) -> AsyncDriver:
    return AsyncGraphDatabase.driver(connection.uri, auth=(connection.user, connection.password.get_secret_value()))
