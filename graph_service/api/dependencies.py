"""What routes are given: the store, the settings, the extractor."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from typing import Annotated, Any, NamedTuple, TypeVar

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from graph_service.api.questions import refuse_unknown
from graph_service.extraction import Extractor
from graph_service.keys import KeyRing
from graph_service.settings import Settings
from graph_service.store import GraphStore, RawReader

Answer = TypeVar("Answer")


class Graph:
    """The store; its schema is brought up to date when Neo4j first answers, which may be after the service started."""

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._migration: asyncio.Task[list[str]] | None = None
        self._migrated = False
        self._ping: asyncio.Task[None] | None = None

    async def ready(self) -> GraphStore:
        """The store with its schema in place.

        Raises:
            StoreUnavailable: Neo4j does not answer.
            SchemaError: the graph is not for this version.
        """
        if not self._migrated:
            # a request that gives up waiting must not leave a schema half made
            self._migration = _begun(self._migration, self._store.migrate)
            await asyncio.shield(self._migration)
            self._migrated = True
        return self._store

    async def ping(self) -> None:
        """Waits for Neo4j to answer; whoever asks meanwhile waits for the same answer.

        Who gives up waiting does so at once, and the question goes on.

        Raises:
            StoreUnavailable: Neo4j does not answer.
            SchemaError: the graph is not for this version.
        """
        self._ping = _begun(self._ping, self._asked)
        await asyncio.shield(self._ping)

    async def close(self) -> None:
        """Waits until the driver is at nothing."""
        begun = [task for task in (self._ping, self._migration) if task]
        if begun:
            await asyncio.wait(begun)

    async def _asked(self) -> None:
        await (await self.ready()).ping()


def _begun(task: asyncio.Task[Answer] | None, work: Callable[[], Coroutine[Any, Any, Answer]]) -> asyncio.Task[Answer]:
    """The task that is at some work already, or else a new one."""
    if task is None or task.done():
        task = asyncio.create_task(work())
        task.add_done_callback(_look_at)
    return task


def _look_at(task: asyncio.Task[Any]) -> None:
    # whoever waited has the error; asyncio complains of one that nobody waited for
    if not task.cancelled():
        task.exception()


class Service(NamedTuple):
    """What the application holds while it runs."""

    settings: Settings
    graph: Graph
    extractor: Extractor
    keys: KeyRing
    cypher: RawReader


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
