"""What the graph holds in the tests of the command line."""

import asyncio
from typing import LiteralString

import neo4j

from graph_service.models import Extraction
from graph_service.settings import Settings
from graph_service.store import GraphStore
from graph_service.store.local import Connection


def fill(server: Connection, *extractions: Extraction) -> None:
    """Makes the graph hold these and nothing else."""
    cypher(server, "MATCH (n:!SchemaMigration&!SchemaLock) DETACH DELETE n")
    asyncio.run(_write(settings_of(server), extractions))


async def _write(settings: Settings, extractions: tuple[Extraction, ...]) -> None:
    async with GraphStore.open(settings) as store:
        await store.migrate()
        for each in extractions:
            await store.write(each)


def settings_of(server: Connection) -> Settings:
    """Settings that lead to a server."""
    return Settings(
        _env_file=None,
        NEO4J_URI=server.uri,
        NEO4J_USER=server.user,
        NEO4J_PASSWORD=server.password,
        query_seconds=120,
        connect_seconds=15,
    )


def cypher(server: Connection, text: LiteralString) -> None:
    """Runs a command on the bare driver."""
    with neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password.get_secret_value())) as driver:
        driver.execute_query(text)
