"""Leases: an item of a job belongs to one worker for a while, and is finished in the transaction of its article.

The worker and the number of the attempt are the token of a lease: who holds an older one can neither lengthen it nor
finish the item. Times are the server's, so the clocks of workers do not matter.
"""

import json
import random
from collections.abc import Mapping
from typing import Any, NamedTuple

from neo4j import AsyncManagedTransaction, Record

from graph_service.errors import LeaseLost
from graph_service.models import Article, Extraction, IngestResult
from graph_service.queries import catalogue
from graph_service.settings import Settings
from graph_service.store.driver import Runner
from graph_service.store.transactions import run
from graph_service.store.writing import standing, write_article

#: of the oldest items that may be taken a worker chooses one, so that not all wait for the same
_CHOICE = 16
_KNOWN = "It is in the graph already."
_SKIPPED = {"unchanged": "It is in the graph as it is.", "duplicate": "The graph holds the same text as {same_as}."}


class Claim(NamedTuple):
    """An item as a worker holds it."""

    id: str
    job: str
    place: str
    kind: str
    source: str
    metadata: dict[str, str]
    payload: bytes | None
    worker: str
    # which attempt it is, from 1; with the worker the token of the lease
    attempts: int


class Leases:
    """The items of jobs, for those who work on them. Every method raises ``StoreUnavailable`` where Neo4j is away."""

    def __init__(self, runner: Runner, settings: Settings) -> None:
        self._runner = runner
        self._lease = round(1000 * settings.job_lease_seconds)
        self._most = settings.job_attempts

    async def claim(self, worker: str) -> Claim | None:
        """An item for a worker, if there is one to be done."""
        due = [str(row["id"]) for row in await self._runner.read(catalogue("jobs")["due_items"], {"limit": _CHOICE})]
        # spreads workers, hides nothing
        for id_ in random.sample(due, len(due)):
            if claim := await self._runner.write(lambda tx, id_=id_: self._claim(tx, id_, worker)):  # type: ignore[misc]
                return claim
        return None

    async def keep(self, claim: Claim) -> None:
        """Lengthen a lease.

        Raises:
            LeaseLost: the item is not this worker's any more.
        """
        if not await self._runner.write(lambda tx: _run(tx, "keep_item", **_token(claim), lease=self._lease)):
            raise LeaseLost(f"{claim.id} is not {claim.worker}'s any more.")

    async def write(self, claim: Claim, extraction: Extraction) -> IngestResult | None:
        """Bring an article into the graph and finish its item, both or neither; none where it was done before.

        Raises:
            BadArticle, BadExtraction: the extraction cannot be written.
            LeaseLost: the item is not this worker's any more; nothing was written.
        """

        async def work(tx: AsyncManagedTransaction) -> IngestResult | None:
            if not await _hold(tx, claim):
                return None
            result = await write_article(tx, extraction)
            await _run(tx, "finish_item", id=claim.id, end=_end(result))
            return result

        return await self._runner.write(work)

    async def finish_standing(self, claim: Claim, article: Article, extractor: str) -> IngestResult | None:
        """Finish an item whose article is in the graph as this extractor sees it; none where it has to be read.

        Raises:
            LeaseLost: the item is not this worker's any more.
        """

        async def work(tx: AsyncManagedTransaction) -> IngestResult | None:
            result = await standing(tx, article, extractor)
            if result and await _hold(tx, claim):
                await _run(tx, "finish_item", id=claim.id, end=_end(result))
            return result

        return await self._runner.write(work)

    async def finish_known(self, claim: Claim, article: str) -> None:
        """Finish an item that leads to an article of the graph, and need not be read for that.

        Raises:
            LeaseLost: the item is not this worker's any more.
        """
        end = {"state": "skipped", "outcome": "unchanged", "article": article, "reason": _KNOWN}
        await self._runner.write(lambda tx: _finish(tx, claim, end))

    async def finish(self, claim: Claim, state: str, reason: str | None = None) -> None:
        """Finish an item that is no article: it failed, or it became other items.

        Raises:
            LeaseLost: the item is not this worker's any more.
        """
        await self._runner.write(lambda tx: _finish(tx, claim, {"state": state, "reason": reason}))

    async def release(self, claim: Claim, *, pause: float = 0.0, why: str | None = None) -> None:
        """Let others take an item, after a pause; an attempt that ended for a reason counts, another one does not.

        Raises:
            LeaseLost: the item is not this worker's any more.
        """
        how = {"forgiven": int(why is None), "pause": round(1000 * pause), "why": why}

        async def work(tx: AsyncManagedTransaction) -> None:
            if await _hold(tx, claim):
                await _run(tx, "release_item", id=claim.id, **how)

        await self._runner.write(work)

    async def _claim(self, tx: AsyncManagedTransaction, id_: str, worker: str) -> Claim | None:
        rows = await _run(tx, "claim_item", id=id_, worker=worker, lease=self._lease, most=self._most)
        return _claim(rows[0], worker) if rows and rows[0]["state"] == "running" else None


async def _run(tx: AsyncManagedTransaction, name: str, **params: Any) -> list[Record]:
    return await run(tx, name, "jobs", **params)


async def _hold(tx: AsyncManagedTransaction, claim: Claim) -> bool:
    """Keeps an item to this transaction; whether it is still to be done.

    It is not where a commit went through that nobody was told of.
    """
    rows = await _run(tx, "hold_item", **_token(claim))
    if not rows:
        raise LeaseLost(f"{claim.id} is not {claim.worker}'s any more.")
    return bool(rows[0]["state"] == "running")


async def _finish(tx: AsyncManagedTransaction, claim: Claim, end: Mapping[str, object]) -> None:
    if await _hold(tx, claim):
        await _run(tx, "finish_item", id=claim.id, end=end)


def _token(claim: Claim) -> dict[str, object]:
    return {"id": claim.id, "worker": claim.worker, "attempts": claim.attempts}


def _claim(row: Record, worker: str) -> Claim:
    return Claim(
        id=row["id"],
        job=row["job"],
        place=row["place"],
        kind=row["kind"],
        source=row["source"],
        metadata=json.loads(row["metadata"] or "{}"),
        payload=row["payload"],
        worker=worker,
        attempts=row["attempts"],
    )


def _end(result: IngestResult) -> dict[str, object]:
    reason = _SKIPPED.get(result.outcome, "").format(same_as=result.same_as) or None
    return {
        "state": "skipped" if reason else "done",
        "outcome": result.outcome,
        "article": result.same_as or result.article,
        "statements": result.statements,
        "reason": reason,
    }
