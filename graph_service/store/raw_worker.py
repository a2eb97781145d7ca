"""One typed query, in a process of its own: what it answers may be more than there is memory for."""

import json
import time
from collections.abc import Iterator
from typing import Any, NamedTuple

import neo4j
from neo4j import READ_ACCESS
from neo4j.exceptions import ClientError, DatabaseError, DriverError, Neo4jError

from graph_service.errors import BadCypher, CypherRefused, GraphServiceError
from graph_service.queries.text import explained
from graph_service.settings import Settings
from graph_service.store.driver import translate
from graph_service.store.guard import check_plan, check_text
from graph_service.store.local import Connection
from graph_service.store.values import json_ready
from graph_service.workers import limit_memory

_MEMORY_MB = 512
_FETCH = 100
#: the user's own mistakes, which Neo4j explains better than anybody
_EXPLAINED = "Neo.ClientError.Statement."
_LONGEST_REASON = 600


class RawQuery(NamedTuple):
    """Cypher as somebody sent it, with what bounds its answer."""

    text: str
    params: dict[str, Any]
    rows: int
    bytes: int
    seconds: float
    # the server knows its transactions by it
    mark: str


class RawAnswer(NamedTuple):
    """The rows of a typed query, each as a JSON object."""

    columns: list[str]
    rows: list[str]
    # whether there were more
    truncated: bool


class Failure(NamedTuple):
    """An error on its way to another process."""

    kind: type[GraphServiceError]
    detail: str
    advice: str


class _Reader:
    """The driver of this process."""

    driver: neo4j.Driver
    database: str | None


def begin(connection: Connection, settings: Settings) -> None:
    """Prepares this process: a bound on its memory, and a driver of its own."""
    _Reader.driver = neo4j.GraphDatabase.driver(
        connection.uri,
        auth=(connection.user, connection.password.get_secret_value()),
        connection_timeout=settings.connect_seconds,
        connection_acquisition_timeout=settings.connect_seconds,
        max_connection_pool_size=2,
        max_transaction_retry_time=0,
        notifications_min_severity="OFF",
    )
    _Reader.database = settings.neo4j_database
    limit_memory(_MEMORY_MB)


def ready() -> None:
    """Nothing, to see that this process is there."""


def answer(asked: RawQuery) -> RawAnswer | Failure:
    """The rows of a query that only reads, or why there are none."""
    try:
        check_text(asked.text)
        return _answer(asked)
    except GraphServiceError as error:
        return Failure(type(error), error.detail, error.advice)
    except MemoryError:
        return Failure(CypherRefused, "Its answer is too large.", "Return single properties, or fewer rows.")
    except (Neo4jError, DriverError, OSError) as error:
        explained = _explained(error)
        return Failure(type(explained), explained.detail, explained.advice)
    except (ValueError, TypeError, OverflowError):
        return Failure(BadCypher, "A parameter has a value that Neo4j cannot take.", "Integers have 64 bits.")


def _answer(asked: RawQuery) -> RawAnswer:
    deadline = time.monotonic() + asked.seconds
    marked = {"mark": asked.mark}
    with _Reader.driver.session(
        database=_Reader.database, default_access_mode=READ_ACCESS, fetch_size=_FETCH
    ) as session:
        planned = session.run(neo4j.Query(explained(asked.text), marked, asked.seconds), asked.params).consume()
        check_plan(planned.plan or {}, planned.query_type)
        # one transaction, never tried again: what failed for want of memory would be asked for thirty seconds
        left = max(deadline - time.monotonic(), 0.001)
        with session.begin_transaction(metadata=marked, timeout=left) as tx:
            result = tx.run(asked.text, asked.params)
            rows, truncated = _taken(iter(result), asked)
            return RawAnswer(list(result.keys()), rows, truncated)


def _taken(records: Iterator[neo4j.Record], asked: RawQuery) -> tuple[list[str], bool]:
    rows: list[str] = []
    left = asked.bytes
    for record in records:
        if len(rows) == asked.rows:
            return rows, True
        row = _json({key: json_ready(value) for key, value in zip(record.keys(), record.values(), strict=True)})
        left -= len(row.encode())
        if left < 0:
            return rows, True
        rows.append(row)
    return rows, False


def _json(row: dict[str, object]) -> str:
    try:
        return json.dumps(row, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except ValueError:
        # JSON has no NaN and no infinity: they become texts
        plain = json.loads(json.dumps(row), parse_constant=str)
        return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _explained(error: Exception) -> GraphServiceError:
    code = getattr(error, "code", None) or ""
    if code.endswith("AccessMode"):
        return CypherRefused("It writes, or changes the schema or the server.", advice="Only reading is possible here.")
    if "OutOfMemory" in code:
        return CypherRefused(
            "It needs more memory than a query may take.", advice="Filter, aggregate or limit earlier."
        )
    if isinstance(error, ClientError) and code.startswith(_EXPLAINED):
        return BadCypher(f"{code.removeprefix(_EXPLAINED)}: {(error.message or '')[:_LONGEST_REASON]}")
    if isinstance(error, DatabaseError):
        return BadCypher("Neo4j cannot run it.", advice="Make it simpler.")
    return translate(error)
