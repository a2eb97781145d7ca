"""A worker: what ends under it costs one article at most, and what is away it waits for."""

import asyncio
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from graph_service.errors import ExtractorEnded
from graph_service.extraction import Extractor
from graph_service.inputs import Metadata, make_article
from graph_service.jobs import Worker
from graph_service.queries import catalogue
from graph_service.settings import Finder, Settings
from graph_service.store import GraphStore
from graph_service.store.jobs import NewItem
from tests.jobs.working import stopped, until, worked_off

pytestmark = pytest.mark.anyio

GIVEN_UP = "Given up after 3 attempts. It could not be read: the process that read it ended."

TEXT = "Ships wait\n\nMayor Ida Lund said on Monday that no ship would leave the harbour before the pilots had come."


@pytest.fixture
def settings(store_settings: Settings) -> Settings:
    return store_settings.model_copy(
        update={"statement_finder": Finder.RULES, "job_lease_seconds": 2.0, "query_seconds": 60.0, "job_items": 150}
    )


def text(number: int = 0, times: int = 1) -> NewItem:
    return NewItem("text", f"text {number}", f"{TEXT} It is day {number}.{TEXT[10:] * (times - 1)}".encode())


def readers() -> list[psutil.Process]:
    """The processes that read articles for this one."""
    found = []
    for child in psutil.Process().children(recursive=True):
        # one that ended a moment ago has no command any more
        with suppress(psutil.Error):
            found += [child] if "spawn_main" in str(child.cmdline()) else []
    return found


async def test_a_worker_that_is_told_to_end_gives_back_what_it_is_at(store: GraphStore, settings: Settings) -> None:
    job = (await store.jobs.submit([text()], "1 of text")).job
    task = asyncio.create_task(Worker("first", store, settings).run())
    await until(store, job, "running")
    await stopped(task)
    claim = await store.leases.claim("second")
    assert claim
    assert claim.attempts == 1


async def test_an_article_that_ends_the_process_three_times_is_given_up_and_the_rest_goes_on(
    store: GraphStore, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    extract = Extractor.extract

    async def deadly(self: Extractor, article: object) -> object:
        if "day 1." not in article.text:
            return await extract(self, article)
        # as an article would that takes all memory; it is long, so that no process is done with it before
        work = asyncio.ensure_future(extract(self, article))
        while not work.done():
            for child in readers():
                child.kill()
            await asyncio.sleep(0.05)
        return await work

    monkeypatch.setattr(Extractor, "extract", deadly)
    _, row = await worked_off(store, settings, text(0), text(1, times=300), text(2))
    assert (row["done"], row["failed"]) == (2, 1)
    assert row["reasons"][0]["reason"] == GIVEN_UP


async def test_a_killed_process_is_told_from_a_bad_article(settings: Settings) -> None:
    extractor = Extractor(settings)
    work = asyncio.ensure_future(extractor.extract(make_article(TEXT, Metadata(), settings)))
    try:
        async with asyncio.timeout(60):
            while not (children := readers()):  # noqa: ASYNC110  (no event tells of it)
                await asyncio.sleep(0.05)
        children[0].kill()
        with pytest.raises(ExtractorEnded):
            await work
    finally:
        await extractor.close()


async def test_a_document_of_many_articles_becomes_items_and_no_more_than_are_taken(
    store: GraphStore, settings: Settings, tmp_path: Path
) -> None:
    lines = "\n".join('{"text": 7}' for _ in range(200))
    job, row = await worked_off(store, settings, NewItem("jsonl", "many.jsonl", lines.encode()))
    rows = await store.read(catalogue("jobs")["job_items"], {"job": job, "limit": 500})
    assert rows[0]["state"] == "expanded"
    assert (row["failed"], len(rows)) == (201, 202)
    assert "rest is left out" in str(rows[-1]["reason"])


async def test_a_failure_of_our_own_stops_no_worker(
    store: GraphStore, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(self: Extractor, article: object) -> object:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr(Extractor, "extract", fail)
    job = (await store.jobs.submit([text()], "1 of text")).job
    task = asyncio.create_task(Worker("worker", store, settings).run())
    row = await until(store, job, "done")
    assert not task.done()
    await stopped(task)
    assert row["reasons"][0]["reason"] == "It could not be processed: ZeroDivisionError: by zero"
