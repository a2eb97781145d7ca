"""The store of the tests of jobs."""

from collections.abc import AsyncIterator

import pytest

from graph_service.settings import Settings
from graph_service.store import GraphStore


@pytest.fixture
async def store(store: GraphStore, settings: Settings) -> AsyncIterator[GraphStore]:
    """The empty store, with the patience of the module's own settings."""
    async with GraphStore.open(settings) as patient:
        yield patient
