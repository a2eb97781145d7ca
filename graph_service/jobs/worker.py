"""A worker: takes an item, reads it, and finishes it in the transaction that writes its article; over and over."""

import asyncio
import logging
import os
import secrets
import socket
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import aclosing, asynccontextmanager, suppress
from typing import TypeVar

from graph_service.errors import (
    BadKnowledgeFile,
    ExtractorEnded,
    GraphServiceError,
    LeaseLost,
    ModelMissing,
    NothingToRead,
    QueryTookTooLong,
    SchemaError,
    SourceRefused,
    StoreUnavailable,
)
from graph_service.extraction import Extractor
from graph_service.inputs import Failure
from graph_service.jobs.items import item_of, refused
from graph_service.jobs.reading import Found, found_in, listed_article
from graph_service.meanings import compare_statements, embed_statements
from graph_service.models import Article
from graph_service.settings import Settings
from graph_service.store import GraphStore
from graph_service.store.jobs import NewItem
from graph_service.store.leases import Claim

Answer = TypeVar("Answer")
log = logging.getLogger(__name__)

#: how often it is looked for work, and for Neo4j where it is away
_POLL_SECONDS = 0.5
#: old jobs are looked for so often
_TIDY_SECONDS = 3_600.0
#: what somebody judged is looked for so often
_COMPARE_SECONDS = 10.0
#: a lease is lengthened so often while it lasts
_BEATS = 3
#: after the process that reads was ended, others go first
_PAUSE_SECONDS = 1.0
#: less than a supervisor waits
_RELEASE_SECONDS = 8.0
_LONGEST_REASON = 1_000
#: items of a feed, an archive or a folder that are added at once
_TOGETHER = 100
#: a sitemap may list sitemaps, and a feed pages, but not without end
_DEEPEST = 5
#: what passes by itself
_PASSING = (StoreUnavailable, QueryTookTooLong)
#: what no item is to blame for: this worker cannot work
_FATAL = (SchemaError, ModelMissing, BadKnowledgeFile)


def worker_name() -> str:
    """A name for the worker of this process that no other has."""
    return f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"


class Worker:
    """Works on one item at a time until its task is cancelled; the item it is at goes back then."""

    def __init__(self, name: str, store: GraphStore, settings: Settings) -> None:
        self.name = name
        self._store = store
        self._settings = settings
        self._extractor = Extractor(settings)
        self._away = False
        self._tidy_at = self._compare_at = 0.0
        # asyncio itself holds a task by a weak reference only
        self._beats: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Does what there is to do, and waits for more; while Neo4j is away it waits for that.

        Raises:
            SchemaError, ModelMissing, BadKnowledgeFile: this installation or this graph is not ready.
        """
        try:
            await self._patiently(self._store.migrate)
            # what a kill cut off
            await self._patiently(lambda: embed_statements(self._store))
            while True:
                await self._tidy()
                claim = await self._patiently(lambda: self._store.leases.claim(self.name))
                if claim is not None:
                    await self._work(claim)
                else:
                    await self._compare()
                    await asyncio.sleep(_POLL_SECONDS)
        finally:
            await self._extractor.close()

    async def _tidy(self) -> None:
        """Forgets old jobs, once in a while."""
        if self._settings.job_keep_days and time.monotonic() >= self._tidy_at:
            self._tidy_at = time.monotonic() + _TIDY_SECONDS
            await self._patiently(lambda: self._store.jobs.forget_finished(self._settings.job_keep_days))

    async def _compare(self) -> None:
        """Finds out what statements restate that somebody judged."""
        if time.monotonic() >= self._compare_at:
            self._compare_at = time.monotonic() + _COMPARE_SECONDS
            await self._patiently(lambda: compare_statements(self._store))

    async def _work(self, claim: Claim) -> None:
        try:
            async with self._kept(claim):
                await self._take(claim)
        except LeaseLost as error:
            log.warning("%s", error)
        except (asyncio.CancelledError, *_FATAL):
            await self._put_back(claim)
            raise
        except (ExtractorEnded, QueryTookTooLong) as error:
            await self._again_later(claim, error)
        except GraphServiceError as error:
            await self._fail(claim, str(error))
        except Exception as error:  # whatever goes wrong with one item must not stop the others
            log.exception("%s", claim.id)
            await self._fail(claim, f"It could not be processed: {type(error).__name__}: {error}")

    async def _take(self, claim: Claim) -> None:
        if known := await self._known(claim):
            await self._patiently(lambda: self._store.leases.finish_known(claim, known))
            return
        async with aclosing(found_in(claim, self._settings)) as found:
            first = await anext(found, None)
            second = None if first is None else await anext(found, None)
            if first is None:
                raise NothingToRead("There is nothing in it.")
            if second is None and isinstance(first, Failure):
                raise first.error
            if second is None and isinstance(first, Article):
                await self._ingest(claim, first)
            else:
                await self._expand(claim, _chain((first, second), found))

    async def _known(self, claim: Claim) -> str | None:
        """The id of the article that a feed or a sitemap led to, where the graph has it."""
        listed = listed_article(claim)
        if listed is None:
            return None
        known = await self._patiently(lambda: self._store.known_articles([listed]))
        return listed if known else None

    async def _ingest(self, claim: Claim, article: Article) -> None:
        leases, extractor = self._store.leases, self._extractor
        if await self._patiently(lambda: leases.finish_standing(claim, article, extractor.name)):
            return
        extraction = await extractor.extract(article)
        await self._patiently(lambda: leases.write(claim, extraction), (StoreUnavailable,))
        await self._patiently(lambda: embed_statements(self._store, [article.id]))

    async def _expand(self, claim: Claim, found: AsyncIterator[Found]) -> None:
        """Makes items of what an item holds; twice is as good as once."""
        if claim.place.count(".") >= _DEEPEST:
            raise SourceRefused("It leads from one list to the next, and never to an article.")
        count, more = 0, True
        while more:
            batch = [item_of(each, claim.source) async for each in _most(found, _TOGETHER)]
            more = len(batch) == _TOGETHER and not await self._patiently(
                lambda: self._store.jobs.is_cancelled(claim.job)
            )
            if count + len(batch) >= self._settings.job_items:
                batch, more = [*batch, refused(claim.source, _too_many(self._settings))], False
            await self._add(claim, batch, count)
            count += len(batch)
        await self._patiently(lambda: self._store.leases.finish(claim, "expanded"))

    async def _add(self, claim: Claim, batch: list[NewItem], before: int) -> None:
        await self._patiently(lambda: self._store.jobs.add(claim.job, batch, claim.place, before))

    async def _fail(self, claim: Claim, reason: str) -> None:
        log.info("%s failed: %s", claim.id, reason)
        with suppress(LeaseLost):
            await self._patiently(lambda: self._store.leases.finish(claim, "failed", reason[:_LONGEST_REASON]))

    async def _again_later(self, claim: Claim, why: GraphServiceError) -> None:
        log.warning("%s, attempt %s: %s", claim.id, claim.attempts, why.detail)
        with suppress(LeaseLost):
            await self._patiently(lambda: self._store.leases.release(claim, pause=_PAUSE_SECONDS, why=why.detail))

    async def _put_back(self, claim: Claim) -> None:
        # if it does not work, the lease ends by itself
        with suppress(GraphServiceError, TimeoutError):
            async with asyncio.timeout(_RELEASE_SECONDS):
                await self._store.leases.release(claim)

    @asynccontextmanager
    async def _kept(self, claim: Claim) -> AsyncIterator[None]:
        over = asyncio.Event()
        beat = asyncio.create_task(self._keep(claim, over))
        try:
            yield
        finally:
            # not cancelled: in the middle of a transaction that would leave the item locked for a while
            over.set()
            self._beats.add(beat)
            beat.add_done_callback(self._beats.discard)

    async def _keep(self, claim: Claim, over: asyncio.Event) -> None:
        while not over.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(over.wait(), self._settings.job_lease_seconds / _BEATS)
                return
            try:
                await self._store.leases.keep(claim)
            except LeaseLost:
                return
            except GraphServiceError as error:
                log.warning("%s", error)

    async def _patiently(
        self, work: Callable[[], Awaitable[Answer]], passing: tuple[type[Exception], ...] = _PASSING
    ) -> Answer:
        """What work answers, as soon as Neo4j does."""
        while True:
            try:
                answer = await work()
            except passing as error:
                self._note(away=True, why=str(error))
                await asyncio.sleep(_POLL_SECONDS)
            else:
                self._note(away=False)
                return answer

    def _note(self, *, away: bool, why: str = "") -> None:
        if away and not self._away:
            log.warning("%s The worker waits.", why)
        elif self._away and not away:
            log.info("Neo4j answers again; the worker goes on.")
        self._away = away


def _too_many(settings: Settings) -> str:
    return f"It holds over {settings.job_items:,}, as many as GRAPH_SERVICE_JOB_ITEMS takes; the rest is left out."


async def _chain(first: Iterable[Found | None], rest: AsyncIterator[Found]) -> AsyncIterator[Found]:
    for each in first:
        if each is not None:
            yield each
    async for each in rest:
        yield each


async def _most(found: AsyncIterator[Found], most: int) -> AsyncIterator[Found]:
    for _ in range(most):
        if (each := await anext(found, None)) is None:
            return
        yield each
