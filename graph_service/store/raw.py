"""Cypher that somebody typed: read only, bounded in time, rows and bytes, and few at once.

What Neo4j cannot stop it works on after its time is over. The answer comes in time nevertheless; the place of the query
stays taken until Neo4j is done with it, so that no more of them run than there are places.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any
from uuid import uuid4

from pebble import ProcessExpired, ProcessPool

from graph_service.errors import CypherRefused, QueryTookTooLong, StoreUnavailable, TooManyRequests
from graph_service.settings import Settings
from graph_service.store.connection import connection
from graph_service.store.graph import GraphStore
from graph_service.store.raw_worker import Failure, RawAnswer, RawQuery, answer, begin, ready
from graph_service.workers import process_pool

#: how long somebody waits for a place
_PATIENCE = 1.0
#: what an answer may take beside the query itself
_ALLOWANCE = 1.0
#: how long a process may take to begin, before the time of its query counts
_BEGIN_SECONDS = 15.0
#: how often Neo4j is asked whether it is done
_LOOK_AGAIN = 0.5
_TOO_LONG = "Match less, or aggregate earlier."


class RawReader:
    """Reads by typed Cypher, in processes and on connections of its own."""

    def __init__(self, settings: Settings, store: GraphStore) -> None:
        self._settings = settings
        self._store = store
        self._pool: ProcessPool | None = None
        self._places = asyncio.Semaphore(settings.cypher_places)
        self._waiting: set[asyncio.Task[None]] = set()

    @classmethod
    @asynccontextmanager
    async def open(cls, settings: Settings, store: GraphStore) -> AsyncIterator["RawReader"]:
        """A reader; its processes start at once where typed Cypher is on."""
        reader = cls(settings, store)
        if settings.cypher:
            await reader._start()
        try:
            yield reader
        finally:
            await reader._close()

    async def read(self, text: str, params: Mapping[str, Any], limit: int) -> RawAnswer:
        """The rows of a query, no more than ``limit``.

        Raises:
            CypherRefused: it does more than read, or needs too much memory.
            BadCypher: Neo4j does not understand it.
            QueryTookTooLong: it took longer than ``cypher_seconds``.
            TooManyRequests: as many are running as may.
            StoreUnavailable: Neo4j does not answer.
        """
        await self._take_place()
        asked = RawQuery(
            text,
            dict(params),
            min(limit, self._settings.cypher_rows),
            self._settings.cypher_bytes,
            self._settings.cypher_seconds,
            f"raw-{uuid4().hex}",
        )
        try:
            found = await self._ask(asked)
        except BaseException:
            # nobody knows whether Neo4j is still at it
            self._free_when_done(asked.mark)
            raise
        self._places.release()
        if isinstance(found, Failure):
            advice = _TOO_LONG if found.kind is QueryTookTooLong else found.advice
            raise found.kind(found.detail, advice=advice)
        return found

    async def _take_place(self) -> None:
        try:
            async with asyncio.timeout(_PATIENCE):
                await self._places.acquire()
        except TimeoutError:
            seconds = round(self._settings.cypher_seconds) or 1
            raise TooManyRequests(
                f"{self._settings.cypher_places} typed queries are running, and no more may.",
                retry_after=seconds,
                advice="Ask again when one of them is done.",
            ) from None

    async def _ask(self, asked: RawQuery) -> RawAnswer | Failure:
        if self._pool is None:
            await self._start()
        assert self._pool is not None  # noqa: S101  (just started)
        try:
            async with asyncio.timeout(asked.seconds + _ALLOWANCE + _BEGIN_SECONDS):
                # a task that takes too long or is cancelled takes its process with it
                asking = self._pool.schedule(answer, args=(asked,), timeout=asked.seconds + _ALLOWANCE)
                return await asyncio.wrap_future(asking)
        except TimeoutError as error:
            raise QueryTookTooLong(advice=_TOO_LONG) from error
        except ProcessExpired as error:
            raise CypherRefused(
                "Its answer is too large.", advice="Return single properties, or fewer rows."
            ) from error

    async def _start(self) -> None:
        where = await asyncio.to_thread(connection, self._settings)
        self._pool = process_pool(self._settings.cypher_places, begin, where, self._settings)
        self._pool.schedule(ready)

    def _free_when_done(self, mark: str) -> None:
        task = asyncio.create_task(self._wait_until_done(mark))
        self._waiting.add(task)
        task.add_done_callback(self._waiting.discard)

    async def _wait_until_done(self, mark: str) -> None:
        try:
            while await self._still_running(mark):  # noqa: ASYNC110  (Neo4j tells nobody when it is done)
                await asyncio.sleep(_LOOK_AGAIN)
        finally:
            self._places.release()

    async def _still_running(self, mark: str) -> bool:
        try:
            return await self._store.marked_transactions(mark) > 0
        except (StoreUnavailable, QueryTookTooLong):
            # a Neo4j that is too busy to say is not done
            return True

    async def _close(self) -> None:
        for task in self._waiting:
            task.cancel()
        await asyncio.gather(*self._waiting, return_exceptions=True)
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            await asyncio.to_thread(self._pool.join)
