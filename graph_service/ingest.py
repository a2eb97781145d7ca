"""From documents to the graph: read, pass over what is there already, extract, write; one article, one transaction."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from graph_service.errors import (
    BadKnowledgeFile,
    GraphServiceError,
    ModelMissing,
    SchemaError,
    StoreUnavailable,
)
from graph_service.inputs import Failure, Metadata
from graph_service.inputs.place import Place
from graph_service.intake import Intake, Wishes, name_of
from graph_service.meanings import embed_statements
from graph_service.models import Article, Extraction, IngestResult
from graph_service.pipeline.extract import extract, extractor_name, preload
from graph_service.settings import ExtractionOptions, Settings
from graph_service.store import GraphStore
from graph_service.workers import in_thread, process_pool

#: articles that wait for their turn while others are extracted or written
_AHEAD = 3
#: what no article is to blame for; the run stops, and what is written stays
_FATAL = (StoreUnavailable, SchemaError, ModelMissing, BadKnowledgeFile)

# outcomes after which the graph holds other statements than before
_WRITTEN = frozenset({"created", "updated"})

Extract = Callable[[Article], Awaitable[Extraction]]
OnProgress = Callable[[IngestResult], None]


class FailedInput(NamedTuple):
    """An article or document that is not in the graph now: what it is, and why."""

    where: str
    reason: str


class IngestReport(BaseModel):
    """What became of everything that was to be ingested; ``words`` are those of the articles that were extracted."""

    model_config = ConfigDict(frozen=True)

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    duplicate: int = 0
    failed: int = 0
    # feeds and sitemaps that were as they had been the last time
    unchanged_feeds: int = 0
    # of the articles that were created or updated
    statements: int = 0
    words: int = 0
    seconds: float = 0.0
    failures: tuple[FailedInput, ...] = ()

    @property
    def articles(self) -> int:
        """All inputs, the failed ones too."""
        return self.created + self.updated + self.unchanged + self.duplicate + self.failed


async def ingest(  # noqa: PLR0913  (what, where to, how)
    paths: Iterable[str | Path | Place],
    store: GraphStore,
    settings: Settings,
    on_progress: OnProgress = lambda result: None,
    *,
    metadata: Metadata | None = None,
    columns: Mapping[str, str] | None = None,
    again: bool = False,
    workers: int = 1,
) -> IngestReport:
    """Brings everything at the paths and URLs into the graph; a second time changes nothing.

    What a feed or a sitemap lists and the graph has already is not fetched, and a feed that did not change is not even
    read, unless it is to be done ``again``. ``columns`` says which column of a table holds which field.

    A bad document or article is in the report's ``failures`` and the rest goes on. ``on_progress`` is called after each
    article. ``metadata`` goes over what the articles say of themselves. With one worker extraction is done in this
    process, with more in processes of their own.

    Raises:
        StoreUnavailable: Neo4j went away; what is written stays, and the same call again goes on from there.
        SchemaError, ModelMissing, BadKnowledgeFile: this installation, this graph or the own entities are not ready.
    """
    tally = _Tally(on_progress, extractor_name(settings.extraction))
    intake = Intake(store, settings, Wishes(metadata, columns or {}, again))
    try:
        async with _extractors(workers, settings.extraction) as extract_one, asyncio.TaskGroup() as group:
            turns = asyncio.Semaphore(workers + _AHEAD)
            async for found in intake.all(paths):
                if isinstance(found, Failure):
                    tally.failed(found.where, str(found.error))
                    continue
                if isinstance(found, IngestResult):
                    tally.done(found)
                    continue
                await turns.acquire()
                task = group.create_task(_ingest_one(found, store, extract_one, tally))
                task.add_done_callback(lambda _: turns.release())
    except ExceptionGroup as errors:
        raise _why_stopped(errors, tally) from errors
    await intake.remember_feeds()
    # what an earlier run was killed before
    await embed_statements(store)
    return tally.report(intake.unchanged_feeds)


async def ingest_article(article: Article, store: GraphStore, extractor: str, extract_one: Extract) -> IngestResult:
    """Brings one article into the graph, and passes over one that is there as this extractor sees it.

    Its statements can be searched by their meaning afterwards; a search makes up for what a kill cut off.

    Raises:
        StoreUnavailable: Neo4j does not answer; nothing is written.
        BadArticle: nothing can be extracted from it.
    """
    standing = await store.standing(article, extractor)
    if standing is not None:
        return standing
    result = await store.write(await extract_one(article))
    if result.outcome in _WRITTEN:
        await embed_statements(store, [article.id])
    return result


async def _ingest_one(article: Article, store: GraphStore, extract_one: Extract, tally: "_Tally") -> None:
    async def counted(article: Article) -> Extraction:
        tally.words += len(article.text.split())
        return await extract_one(article)

    try:
        tally.done(await ingest_article(article, store, tally.extractor, counted))
    except _FATAL:
        raise
    except GraphServiceError as error:
        tally.failed(name_of(article), str(error))
    except Exception as error:  # whatever goes wrong with one article must not stop the others
        tally.failed(name_of(article), f"It could not be processed: {type(error).__name__}: {error}")


@asynccontextmanager
async def _extractors(workers: int, options: ExtractionOptions) -> AsyncIterator[Extract]:
    if workers <= 1:
        loop, thread = asyncio.get_running_loop(), ThreadPoolExecutor(1)
        try:
            yield lambda article: loop.run_in_executor(thread, extract, article, options)
        finally:
            # the end of the program aborts it where it cuts off a thread in the model's native code
            await in_thread(partial(thread.shutdown, wait=True, cancel_futures=True))
        return
    pool = process_pool(workers, preload, options)
    try:
        yield lambda article: asyncio.wrap_future(pool.schedule(extract, args=(article, options)))
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        await in_thread(pool.join)


def _why_stopped(errors: ExceptionGroup[Exception], tally: "_Tally") -> Exception:
    first = next(_leaves(errors))
    if not isinstance(first, StoreUnavailable):
        return first
    detail = f"{first.detail} {tally.count} inputs were done before; the same command again goes on from there."
    return StoreUnavailable(detail, advice=first.advice)


def _leaves(errors: ExceptionGroup[Exception]) -> Iterator[Exception]:
    for error in errors.exceptions:
        if isinstance(error, ExceptionGroup):
            yield from _leaves(error)
        else:
            yield error


class _Tally:
    """Counts while the run goes on."""

    def __init__(self, on_progress: OnProgress, extractor: str) -> None:
        self._on_progress = on_progress
        # whose articles need not be read again
        self.extractor = extractor
        self._started = time.monotonic()
        self._outcomes: Counter[str] = Counter()
        self._failures: list[FailedInput] = []
        self._statements = 0
        self.words = 0

    @property
    def count(self) -> int:
        return self._outcomes.total()

    def done(self, result: IngestResult) -> None:
        self._outcomes[result.outcome] += 1
        if result.outcome in _WRITTEN:
            self._statements += result.statements
        self._on_progress(result)

    def failed(self, where: str, reason: str) -> None:
        self._failures.append(FailedInput(where, reason))
        self.done(IngestResult(article=where, outcome="failed", reason=reason))

    def report(self, unchanged_feeds: int) -> IngestReport:
        return IngestReport(
            **self._outcomes,
            unchanged_feeds=unchanged_feeds,
            statements=self._statements,
            words=self.words,
            seconds=round(time.monotonic() - self._started, 3),
            failures=tuple(self._failures),
        )
