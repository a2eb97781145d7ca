from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_service.settings import Settings
from graph_service.store.local import Connection, LocalServer


@pytest.fixture(scope="session")
def neo4j_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a managed Neo4j with an own data folder; the jars are the user's."""
    data_dir: Path = tmp_path_factory.mktemp("neo4j")
    return Settings(_env_file=None, neo4j_uri=None, data_dir=data_dir, neo4j_heap="512m", neo4j_pagecache="64m")


@pytest.fixture(scope="session")
def neo4j_server(neo4j_settings: Settings) -> Iterator[Connection]:
    """One managed Neo4j for the whole test session."""
    server = LocalServer(neo4j_settings)
    try:
        yield server.ensure()
    finally:
        server.stop()
