import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import neo4j
import pytest
from hypothesis import settings as hypothesis_settings

from graph_service.settings import Settings
from graph_service.store import GraphStore
from graph_service.store.local import Connection, LocalServer


def pytest_configure() -> None:
    """Whoever runs the tests has settings that are none of theirs; only what was downloaded is shared.

    No property is held to a time: a busy machine is no failure.
    """
    hypothesis_settings.register_profile("untimed", deadline=None)
    hypothesis_settings.load_profile("untimed")
    for name in [*os.environ]:
        if name.startswith(("GRAPH_SERVICE_", "NEO4J_")) and name != "GRAPH_SERVICE_CACHE_DIR":
            del os.environ[name]


@pytest.fixture(scope="session")
def neo4j_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a managed Neo4j with an own data folder; the jars are the user's."""
    data_dir: Path = tmp_path_factory.mktemp("neo4j")
    return Settings(_env_file=None, NEO4J_URI=None, data_dir=data_dir, neo4j_heap="512m", neo4j_pagecache="64m")


@pytest.fixture(scope="session")
def neo4j_server(neo4j_settings: Settings) -> Iterator[Connection]:
    """One managed Neo4j for the whole test session."""
    server = LocalServer(neo4j_settings)
    try:
        yield server.ensure()
    finally:
        server.stop()


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def store_settings(neo4j_server: Connection) -> Settings:
    """Settings of a store on the session's Neo4j."""
    return Settings(
        _env_file=None,
        NEO4J_URI=neo4j_server.uri,
        NEO4J_USER=neo4j_server.user,
        NEO4J_PASSWORD=neo4j_server.password,
    )


@pytest.fixture
def driver(neo4j_server: Connection) -> Iterator[neo4j.Driver]:
    """A driver of its own on the session's Neo4j, for what the store does not do."""
    auth = (neo4j_server.user, neo4j_server.password.get_secret_value())
    with neo4j.GraphDatabase.driver(neo4j_server.uri, auth=auth, notifications_min_severity="OFF") as driver:
        yield driver


@pytest.fixture
async def store(store_settings: Settings, driver: neo4j.Driver) -> AsyncIterator[GraphStore]:
    """The store of the session's Neo4j, with its schema and nothing else in it."""
    async with GraphStore.open(store_settings) as store:
        await store.migrate()
        driver.execute_query("MATCH (n:!SchemaMigration&!SchemaLock) DETACH DELETE n")
        yield store
