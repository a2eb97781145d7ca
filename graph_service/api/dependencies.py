"""What routes are given: the store, the settings, the extractor."""

import asyncio
from collections.abc import Mapping
from typing import Annotated, NamedTuple

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from graph_service.api.extraction import Extractor
from graph_service.api.questions import refuse_unknown
from graph_service.settings import Settings
from graph_service.store import GraphStore


class Graph:
    """The store; its schema is brought up to date when Neo4j first answers, which may be after the service started."""

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._migration: asyncio.Task[list[str]] | None = None
        self._migrated = False

    async def ready(self) -> GraphStore:
        """The store with its schema in place.

        Raises:
            StoreUnavailable: Neo4j does not answer.
            SchemaError: the graph is not for this version.
        """
        if not self._migrated:
            # a request that gives up waiting must not leave a schema half made
            await asyncio.shield(self._migrating())
            self._migrated = True
        return self._store

    def _migrating(self) -> asyncio.Task[list[str]]:
        if self._migration is None or self._migration.done():
            self._migration = asyncio.create_task(self._store.migrate())
            self._migration.add_done_callback(_look_at)
        return self._migration


def _look_at(task: asyncio.Task[list[str]]) -> None:
    # whoever waited has the error; asyncio complains of one that nobody waited for
    if not task.cancelled():
        task.exception()


class Service(NamedTuple):
    """What the application holds while it runs."""

    settings: Settings
    graph: Graph
    extractor: Extractor


async def _service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


ServiceDep = Annotated[Service, Depends(_service)]


async def _store(service: ServiceDep) -> GraphStore:
    return await service.graph.ready()


StoreDep = Annotated[GraphStore, Depends(_store)]


async def no_parameters(request: Request) -> None:
    """Refuses any query parameter."""
    nothing: Mapping[str, object] = {}
    refuse_unknown(request, nothing)


async def json_only(request: Request) -> None:
    """Refuses a body that does not say that it is JSON."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise HTTPException(415, "Send it as application/json.", headers={"Accept": "application/json"})
