"""Write rate of the store, beside a bare driver that merges the same rows."""

import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import asdict
from itertools import count
from pathlib import Path
from typing import Any

from neo4j import AsyncDriver, AsyncGraphDatabase, AsyncManagedTransaction

from benchmarks.articles import edition, sample_articles
from benchmarks.measure import Result, in_turns, rate_result
from graph_service.models import Extraction
from graph_service.pipeline.extract import extract
from graph_service.rows import graph_rows
from graph_service.settings import Settings
from graph_service.store import GraphStore
from graph_service.store.connection import connection

BAR = 0.80
#: nodes before what links them; a list of rows has a query of its name
_NODES = ("article", "entities", "anonymous_sources", "published_by", "mentions", "statements")
_LINKS = ("said", "about", "addressed_to", "reported_by", "within")
_QUERIES: dict[str, Any] = {
    name: (Path(__file__).parent / "bare" / f"{name}.cypher").read_text("utf-8") for name in (*_NODES, *_LINKS)
}
_WARM_UP = 2


def measure(rounds: int, settings: Settings) -> list[Result]:
    """Each round writes one new edition of every sample article, to both sides alike, into the same graph."""
    printings = _printings(settings)
    batches = [(next(printings), [_rows(each) for each in next(printings)]) for _ in range(rounds + _WARM_UP)]
    amount = sum(len(each.statements) for each in batches[0][0])
    with asyncio.Runner() as runner:
        stack = AsyncExitStack()
        store, driver = runner.run(_open(stack, settings))
        times = in_turns(
            lambda number: runner.run(_write(store, batches[number][0])),
            lambda number: runner.run(_merge(driver, batches[number][1])),
            rounds + _WARM_UP,
        )
        runner.run(stack.aclose())
    return [rate_result("writing beside a bare driver", "statements per second", amount, times[_WARM_UP:], BAR)]


def _printings(settings: Settings) -> Iterator[list[Extraction]]:
    articles = sample_articles(settings)
    for number in count():
        yield [extract(edition(article, number)) for article in articles]


async def _open(stack: AsyncExitStack, settings: Settings) -> tuple[GraphStore, AsyncDriver]:
    store = await stack.enter_async_context(GraphStore.open(settings))
    await store.migrate()
    there = connection(settings)
    driver = AsyncGraphDatabase.driver(there.uri, auth=(there.user, there.password.get_secret_value()))
    return store, await stack.enter_async_context(driver)


async def _write(store: GraphStore, extractions: list[Extraction]) -> None:
    for extraction in extractions:
        result = await store.write(extraction)
        assert result.outcome == "created", result


def _rows(extraction: Extraction) -> dict[str, Any]:
    """The rows of an article, made beforehand: the yardstick only has to send them."""
    return asdict(graph_rows(extraction))


async def _merge(driver: AsyncDriver, articles: list[dict[str, Any]]) -> None:
    for rows in articles:
        async with driver.session() as session:
            await session.execute_write(_merge_rows, rows)


async def _merge_rows(transaction: AsyncManagedTransaction, rows: dict[str, Any]) -> None:
    identity = {"id": rows["article"]["id"]}
    for name, query in _QUERIES.items():
        if rows[name]:
            result = await transaction.run(query, {"article": identity, name: rows[name]})
            await result.consume()
