"""Jobs: what is to be ingested, kept in the graph itself; ``leases`` is how workers take it and finish it."""

import hashlib
import json
import secrets
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from types import MappingProxyType
from typing import Any, NamedTuple

from neo4j import AsyncManagedTransaction, Record

from graph_service.errors import (
    GraphServiceError,
    KeyReused,
    RequestInFlight,
    StoreUnavailable,
    TooMuchWaiting,
    UnknownJob,
)
from graph_service.queries import catalogue
from graph_service.settings import Settings
from graph_service.store.driver import Runner
from graph_service.store.transactions import run
from graph_service.store.values import json_ready

Row = dict[str, object]

#: items written, skipped or put back in one transaction
_BATCH = 500
#: how long a request with a key is answered with "in flight"; when it was killed, another one may do it after that
_HOLD_MS = 10_000
#: 13 digits of milliseconds last until the year 2286
_END_OF_TIME = 9_999_999_999_999
_LONGEST_SOURCE = 200


class NewItem(NamedTuple):
    """Something to be read: what kind of source, where it is or what it is called, and its bytes if it came with them.

    One that is ``refused`` is only noted, with the reason.
    """

    kind: str
    source: str
    payload: bytes | None = None
    # title, outlet, published_at, url, as far as they are given
    metadata: Mapping[str, str] = MappingProxyType({})
    reason: str | None = None


class Receipt(NamedTuple):
    """What is answered to who submits a job; the same for the same key."""

    job: str
    created_at: str


class JobStore:
    """The jobs of one graph. Every method raises ``StoreUnavailable`` where Neo4j does not answer."""

    def __init__(self, runner: Runner, settings: Settings) -> None:
        self._runner = runner
        self._settings = settings

    async def submit(self, items: Sequence[NewItem], source: str, key: str | None = None) -> Receipt:
        """A new job of some items; with a key that was used for the same before, the job of that time.

        Raises:
            TooMuchWaiting: so much is to be done already that nothing is taken.
            KeyReused: the key was used for other items.
            RequestInFlight: the same is being submitted at this moment.
        """
        if key is None:
            await self._check_room(items)
            return await self._create(items, source, None)
        request = _Request(f"request:{hashlib.sha256(key.encode()).hexdigest()}", _fingerprint(items))
        if done := await self._runner.write(lambda tx: _answered(tx, request, refuse_held=True)):
            return done
        try:
            await self._check_room(items)
            return await self._create(items, source, request)
        except GraphServiceError:
            with suppress(StoreUnavailable):
                await self._runner.write(lambda tx: _run(tx, "drop_request", id=request.id))
            raise

    async def add(self, job: str, items: Sequence[NewItem], parent: str = "", before: int = 0) -> None:
        """Add items to a job, behind ``before`` others of the job or of the item they come from.

        Twice is as good as once.
        """
        for start in range(0, len(items), _BATCH):
            rows = [
                _row(job, place, each) for place, each in _placed(items[start : start + _BATCH], parent, before + start)
            ]
            await self._add(job, rows)

    async def cancel(self, job: str) -> None:
        """Let nothing more of a job be begun; what workers are at they finish.

        Raises:
            UnknownJob: there is no such job.
        """
        if not await self._runner.write(lambda tx: _run(tx, "cancel_job", job=job)):
            raise UnknownJob(f"There is no job {job}.")
        while rows := await self._read("waiting_items", job=job, limit=_BATCH):
            await self._skip([str(row["id"]) for row in rows])

    async def retry(self, job: str) -> int:
        """Let the failed items of a job be tried again; how many there are.

        Raises:
            UnknownJob: there is no such job.
        """
        count, again = 0, _BATCH
        while again == _BATCH:
            rows = await self._runner.write(lambda tx: _run(tx, "retry_items", job=job, limit=_BATCH))
            if not rows:
                raise UnknownJob(f"There is no job {job}.")
            again = rows[0]["again"]
            count += again
        return count

    async def forget_finished(self, days: int) -> int:
        """Forget the jobs that were finished so many days ago, with the keys they answered; how many there were."""
        count = 0
        while rows := await self._read("finished_jobs", days=days, limit=_BATCH):
            for job in (str(row["job"]) for row in rows):
                # what somebody put back in the meantime keeps its job
                while await self._forget_items(job) == _BATCH:
                    pass
                await self._runner.write(lambda tx, job=job: _run(tx, "forget_job", job=job))  # type: ignore[misc]
            count += len(rows)
        return count

    async def show(self, job: str) -> Row:
        """How far a job is.

        Raises:
            UnknownJob: there is no such job.
        """
        rows = await self._read("job", job=job)
        if not rows:
            raise UnknownJob(f"There is no job {job}.")
        return {key: json_ready(value) for key, value in rows[0].items()}

    async def check(self, job: str) -> None:
        """Checks that there is such a job.

        Raises:
            UnknownJob: there is none.
        """
        if not await self._read("job_exists", job=job):
            raise UnknownJob(f"There is no job {job}.")

    async def is_cancelled(self, job: str) -> bool:
        """Whether nothing more of a job is to be begun."""
        rows = await self._read("job_exists", job=job)
        return not rows or bool(rows[0]["cancelled"])

    async def _check_room(self, items: Sequence[NewItem]) -> None:
        row = (await self._read("waiting"))[0]
        waiting, kept = int(str(row["items"])), int(str(row["bytes"]))
        size = sum(len(item.payload or b"") for item in items)
        most, most_bytes = self._settings.job_waiting, self._settings.job_waiting_bytes
        if waiting + len(items) > most:
            raise TooMuchWaiting(f"{waiting:,} items wait already, and at most {most:,} may.")
        if kept + size > most_bytes:
            raise TooMuchWaiting(f"What waits keeps {kept:,} bytes already, and at most {most_bytes:,} may be kept.")

    async def _create(self, items: Sequence[NewItem], source: str, request: "_Request | None") -> Receipt:
        # ids sort as jobs are listed: newest first
        job = f"job:{_END_OF_TIME - time.time_ns() // 1_000_000:013d}-{secrets.token_hex(4)}"
        rows = [_row(job, place, each) for place, each in _placed(items, "", 0)]

        async def work(tx: AsyncManagedTransaction) -> Receipt:
            if request and (done := await _answered(tx, request)):
                return done
            # it is there where a commit went through that nobody was told of
            made = await _run(tx, "job_exists", job=job) or await _run(
                tx, "create_job", job=job, source=source[:_LONGEST_SOURCE], request=request and request.id
            )
            await _run(tx, "add_items", job=job, items=rows)
            return Receipt(job, made[0]["created_at"])

        return await self._runner.write(work)

    async def _forget_items(self, job: str) -> int:
        rows = await self._runner.write(lambda tx: _run(tx, "forget_items", job=job, limit=_BATCH))
        return int(rows[0]["items"])

    async def _skip(self, ids: list[str]) -> None:
        await self._runner.write(lambda tx: _run(tx, "skip_items", ids=ids))

    async def _add(self, job: str, rows: list[Row]) -> None:
        await self._runner.write(lambda tx: _run(tx, "add_items", job=job, items=rows))

    async def _read(self, name: str, **params: object) -> list[Row]:
        query = catalogue("jobs")[name]
        return await self._runner.read(query, query.bind(params))


class _Request(NamedTuple):
    """A request with a key: the hash of the key, and that of what is asked for."""

    id: str
    body: str


async def _answered(tx: AsyncManagedTransaction, request: _Request, *, refuse_held: bool = False) -> Receipt | None:
    """What a request was answered; where nothing was, it is this one's to answer until its time is over.

    The request is kept to this transaction, so a job is made for it once.
    """
    row = (await _run(tx, "claim_request", id=request.id, body=request.body, hold=_HOLD_MS))[0]
    if not row["same"]:
        raise KeyReused
    if row["job"] is not None:
        made = await _run(tx, "job_exists", job=row["job"])
        return Receipt(row["job"], made[0]["created_at"])
    if row["held"] and refuse_held:
        raise RequestInFlight
    return None


async def _run(tx: AsyncManagedTransaction, name: str, **params: Any) -> list[Record]:
    return await run(tx, name, "jobs", **params)


def _placed(items: Iterable[NewItem], parent: str, before: int) -> Iterable[tuple[str, NewItem]]:
    stem = f"{parent}." if parent else ""
    return ((f"{stem}{number:07d}", item) for number, item in enumerate(items, before + 1))


def _row(job: str, place: str, item: NewItem) -> dict[str, object]:
    properties = {
        "place": place,
        "kind": item.kind,
        "source": item.source,
        "metadata": json.dumps(dict(item.metadata)) if item.metadata else None,
        "payload": item.payload,
        "bytes": len(item.payload or b""),
        "reason": item.reason,
    }
    return {"id": f"{job}/{place}", "state": "failed" if item.reason else "waiting", "properties": properties}


def _fingerprint(items: Iterable[NewItem]) -> str:
    hashed = hashlib.sha256()
    for item in items:
        payload = hashlib.sha256(item.payload or b"").hexdigest()
        hashed.update(json.dumps([item.kind, item.source, payload, dict(item.metadata)], sort_keys=True).encode())
    return hashed.hexdigest()
