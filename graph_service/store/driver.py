"""One driver for reads and writes: quick to say that Neo4j is away, patient where trying again helps."""

import asyncio
import logging
import random
import time
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from neo4j import (
    READ_ACCESS,
    AsyncDriver,
    AsyncGraphDatabase,
    AsyncManagedTransaction,
    AsyncSession,
    Record,
    unit_of_work,
)
from neo4j import Query as TimedQuery
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConstraintError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graph_service.errors import GraphServiceError, QueryTookTooLong, StoreUnavailable
from graph_service.queries import Query
from graph_service.queries.text import explained
from graph_service.settings import Settings
from graph_service.store.local import Connection

Answer = TypeVar("Answer")

# what matters of the driver's warnings comes as an error of ours; who configures logging still gets them
logging.getLogger("neo4j").addHandler(logging.NullHandler())

#: how long a write is tried again when others were in its way
WRITE_SECONDS = 60.0
_FIRST_PAUSE, _LONGEST_PAUSE = 0.02, 1.0
#: an idle connection is looked at before it is used again, so that a restart of Neo4j goes by unnoticed
_IDLE_SECONDS = 5.0
#: a connection that broke at once may have been a stale one, and the next one good
_AT_ONCE_SECONDS = 0.3
#: an entity that another writer removed at this moment, or a lock that another one holds for long
_IN_THE_WAY = {
    "Neo.ClientError.Statement.EntityNotFound",
    "Neo.ClientError.Transaction.TransactionTimedOut",
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
}
#: for Neo4j: no limit, whatever its own is
NO_LIMIT = 0


def open_driver(connection: Connection, settings: Settings) -> AsyncDriver:
    """A driver that gives up after ``connect_seconds``; it connects when it is first used.

    Raises:
        StoreUnavailable: the address is not one of Neo4j's.
    """
    seconds = settings.connect_seconds
    try:
        return AsyncGraphDatabase.driver(
            connection.uri,
            auth=(connection.user, connection.password.get_secret_value()),
            connection_timeout=seconds,
            connection_acquisition_timeout=seconds,
            # trying again is done here, where it is known what may be tried again
            max_transaction_retry_time=0,
            liveness_check_timeout=_IDLE_SECONDS,
            notifications_min_severity="OFF",
        )
    except (ConfigurationError, ValueError) as error:
        raise StoreUnavailable(f"NEO4J_URI is not an address of Neo4j: {error}.") from error


class Runner:
    """Runs queries of the catalogue on a driver and answers in this service's errors."""

    def __init__(self, driver: AsyncDriver, settings: Settings) -> None:
        self._driver = driver
        self._settings = settings

    @asynccontextmanager
    async def session(self, **config: Any) -> AsyncIterator[AsyncSession]:
        """A session at the database of the settings.

        Raises:
            StoreUnavailable, QueryTookTooLong: what went wrong inside, in our words.
        """
        try:
            async with self._driver.session(database=self._settings.neo4j_database, **config) as session:
                yield session
        except (Neo4jError, DriverError, OSError) as error:
            raise translate(error) from error

    async def read(self, query: Query, params: dict[str, object]) -> list[dict[str, object]]:
        """All rows of a query, in READ access mode and within ``query_seconds``.

        Raises:
            StoreUnavailable: Neo4j does not answer.
            QueryTookTooLong: it was stopped.
        """
        timed = TimedQuery(query.text_for(params or {}), timeout=self._settings.query_seconds)

        async def once() -> list[dict[str, object]]:
            patience = self._settings.query_seconds + self._settings.connect_seconds
            async with _at_most(patience), self.session(default_access_mode=READ_ACCESS) as session:
                return [_row(record) async for record in await session.run(timed, params)]

        started = time.monotonic()
        try:
            return await self._whole(once())
        except StoreUnavailable as error:
            if not _broke_at_once(error.__cause__, started):
                raise
        return await self._whole(once())

    async def stream(self, query: Query, params: dict[str, object]) -> AsyncGenerator[dict[str, object]]:
        """The rows of a query one after another, without a time limit: for what looks at the whole graph."""
        async with self.session(default_access_mode=READ_ACCESS) as session:
            async for record in await session.run(TimedQuery(query.text_for(params), timeout=NO_LIMIT), params):
                yield _row(record)

    async def run(self, query: Query, params: dict[str, object] | None = None) -> None:
        """A command of its own, outside a transaction that could hold more."""
        async with self.session() as session:
            await (await session.run(TimedQuery(query.text, timeout=NO_LIMIT), params or {})).consume()

    async def plan(self, query: Query, params: dict[str, object]) -> None:
        """Have a query planned, so that whoever asks it first need not wait for that.

        Raises:
            StoreUnavailable: Neo4j does not answer.
        """
        planned = TimedQuery(explained(query.text_for(params)), timeout=NO_LIMIT)

        async def once() -> None:
            async with self.session(default_access_mode=READ_ACCESS) as session:
                await (await session.run(planned, params)).consume()

        await self._whole(once())

    async def write(self, work: Callable[[AsyncManagedTransaction], Awaitable[Answer]]) -> Answer:
        """What ``work`` answers, done in one transaction; it is done again when others were in its way.

        ``work`` must be safe to do twice: when the connection breaks at the commit, nobody knows whether it was done.

        Raises:
            StoreUnavailable: Neo4j does not answer.
        """
        timed = unit_of_work(timeout=WRITE_SECONDS)(work)

        async def once() -> Answer:
            database = self._settings.neo4j_database
            async with _at_most(WRITE_SECONDS), self._driver.session(database=database) as session:
                return await session.execute_write(timed)

        deadline, pause, broken = time.monotonic() + WRITE_SECONDS, _FIRST_PAUSE, False
        while True:
            started = time.monotonic()
            try:
                return await self._whole(once())
            except (Neo4jError, DriverError, OSError) as error:
                again = _worth_another_try(error) or (not broken and _broke_at_once(error, started))
                if not again or time.monotonic() > deadline:
                    raise translate(error) from error
                broken = isinstance(error, ServiceUnavailable)
            await asyncio.sleep(pause * random.uniform(0.5, 1.5))  # noqa: S311  (spreads writers, hides nothing)
            pause = min(2 * pause, _LONGEST_PAUSE)

    async def _whole(self, work: Coroutine[Any, Any, Answer]) -> Answer:
        """What ``work`` answers; who gives up on it waits until it is connected, which is at most ``connect_seconds``.

        A connection that is broken off while it is made is never closed by the driver.
        """
        task = asyncio.create_task(work)
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            await asyncio.wait([task], timeout=self._settings.connect_seconds)
            task.cancel()
            # its answer and its error are nobody's any more
            await asyncio.gather(task, return_exceptions=True)
            raise


@asynccontextmanager
async def _at_most(seconds: float) -> AsyncIterator[None]:
    """Waits as long as Neo4j may take, in case it is not even able to say that it took longer."""
    try:
        async with asyncio.timeout(seconds):
            yield
    except TimeoutError as error:
        raise StoreUnavailable("Neo4j fell silent.") from error


def _row(record: Record) -> dict[str, object]:
    return dict(zip(record.keys(), record.values(), strict=True))


def _broke_at_once(error: BaseException | None, started: float) -> bool:
    broke = isinstance(error, SessionExpired | ServiceUnavailable)
    return broke and time.monotonic() - started < _AT_ONCE_SECONDS


def _worth_another_try(error: Exception) -> bool:
    if isinstance(error, ServiceUnavailable):
        return isinstance(error, IncompleteCommit)
    if isinstance(error, TransientError | ConstraintError | SessionExpired):
        return True
    return isinstance(error, ClientError) and error.code in _IN_THE_WAY


def translate(error: Exception) -> GraphServiceError:
    """An error of the driver in our words; never with an address, a password or Cypher in it."""
    code = getattr(error, "code", None) or ""
    if isinstance(error, AuthError):
        return StoreUnavailable(
            "Neo4j refuses the user or the password.", advice="Check NEO4J_USER and NEO4J_PASSWORD."
        )
    if "TransactionTimedOut" in code:
        return QueryTookTooLong()
    if isinstance(error, Neo4jError) and code.startswith("Neo.ClientError.Database"):
        return StoreUnavailable("Neo4j has no such database.", advice="Check NEO4J_DATABASE.")
    if isinstance(error, TransientError):
        return StoreUnavailable("Neo4j is too busy.", advice="Try again.")
    if isinstance(error, ClientError):
        return GraphServiceError(f"Neo4j did not take a query of this service ({code}).")
    return StoreUnavailable()
