from collections.abc import AsyncIterator

import httpx
import pytest

from graph_service.settings import Settings
from graph_service.store import GraphStore
from tests.handmade import namesake, talks
from tests.running import SECRET, running


@pytest.fixture
def api_settings(store_settings: Settings) -> Settings:
    """Settings of a service on the session's Neo4j."""
    return store_settings.model_copy(update={"max_body_bytes": 300_000, "query_seconds": 60.0})


@pytest.fixture
async def client(store: GraphStore, api_settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the service on an empty graph."""
    async with running(api_settings) as client:
        yield client


@pytest.fixture
async def talking(client: httpx.AsyncClient, store: GraphStore) -> httpx.AsyncClient:
    """A client of the service on a graph with two small articles."""
    await store.write(talks())
    await store.write(namesake())
    return client


@pytest.fixture
async def away() -> AsyncIterator[httpx.AsyncClient]:
    """A client of a service whose Neo4j is not there."""
    uri = "bolt://127.0.0.1:9"
    async with running(Settings(_env_file=None, NEO4J_URI=uri, NEO4J_PASSWORD=SECRET, max_body_bytes=1000)) as client:
        yield client
