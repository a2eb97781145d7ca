"""Eight processes write articles that share their entities: nobody fails, nothing is there twice."""

import asyncio
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import neo4j
import pytest

from graph_service.models import Article
from graph_service.settings import Settings
from graph_service.store import GraphStore
from tests.store.examples import TEXT, ferries, make_article

pytestmark = pytest.mark.anyio

PROCESSES = 8


def articles() -> list[Article]:
    return [make_article(TEXT + f"{number}\n", f"https://post.example/{number}") for number in range(12)]


def write_all(settings: Settings, extractor: str, shift: int) -> list[str]:
    """The outcomes of writing all articles, beginning at another one in each process."""

    async def run() -> list[str]:
        async with GraphStore.open(settings) as store:
            turned = articles()[shift:] + articles()[:shift]
            return [(await store.write(ferries(article, extractor))).outcome for article in turned]

    return asyncio.run(run())


async def test_eight_processes_leave_the_same_graph_as_one(
    store: GraphStore, driver: neo4j.Driver, store_settings: Settings
) -> None:
    for article in articles():
        await store.write(ferries(article))
    alone, size = await store.graph_hash(), await store.counts()
    driver.execute_query("MATCH (n:!SchemaMigration&!SchemaLock) DETACH DELETE n")

    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        for extractor, outcome in (("by-hand/0", "created"), ("by-hand/1", "updated"), ("by-hand/1", "unchanged")):
            runs = [pool.submit(write_all, store_settings, extractor, shift) for shift in range(PROCESSES)]
            outcomes = [each for run in runs for each in run.result()]
            expected = PROCESSES * 12 if outcome == "unchanged" else 12
            assert outcomes.count(outcome) == expected
    assert (await store.graph_hash(), await store.counts()) == (alone, size)
    assert [each for each in await store.doctor() if each.violations] == []
