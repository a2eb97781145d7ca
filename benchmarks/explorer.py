"""The explorer on a graph of any size: what a search takes, and when a page shows something in Chromium.

``python -m benchmarks.explorer --statements 100000``; both figures depend on the machine, so they are measured and not
tested.
"""

import asyncio
import os
import shutil
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from time import perf_counter, sleep
from typing import Annotated

import neo4j
import typer
from playwright.sync_api import sync_playwright

from benchmarks.articles import sample_articles
from benchmarks.graph import graph
from benchmarks.measure import p95
from benchmarks.serving import api, driver_of
from graph_service.meanings import embed_statements
from graph_service.pipeline.extract import extract
from graph_service.settings import Settings
from graph_service.store import GraphStore

_EDITIONS = Path(__file__).with_name("editions.cypher")
_AT_ONCE = 20
_UNCOUNTED = 10
#: after a start the service has its queries planned
_SETTLED_SECONDS = 30.0
SEARCHES = {
    "everything": "/",
    "a speaker": "/?speaker=person:olena-berezna",
    "a target": "/?about=country:russia",
    "both": "/?speaker=person:olena-berezna&about=country:russia",
    "words": "/?q=missiles",
    "words and a speaker": "/?q=missiles&speaker=person:olena-berezna",
    "an outlet": "/?outlet=Northgate+Press+Agency",
    "days and a stance": "/?since=2031-06-01&until=2031-06-30&stance=negative",
}
PAGES = {
    "search": "/",
    "entity": "/entities/person:olena-berezna",
    "article": "/articles/article:3691c4dbeb539365aa9f",
    "timeline": "/timeline?about=country:russia",
}


def main(
    statements: Annotated[int, typer.Option(help="How many statements the graph shall hold.")] = 100_000,
    rounds: Annotated[int, typer.Option(help="How often each search is asked for.")] = 200,
    paints: Annotated[int, typer.Option(help="How often each page is opened.")] = 20,
) -> None:
    """Fills a graph of its own, asks, and prints."""
    with graph(Settings()) as settings:
        held = asyncio.run(_fill(settings))
        with driver_of(settings) as driver:
            held = _copy(driver, held, statements)
        with api(settings) as served:
            port = served.port
            sleep(_SETTLED_SECONDS)
            print(f"{held:,} statements; load {os.getloadavg()[0]:.1f}")
            for name, path in SEARCHES.items():
                print(f"{'search: ' + name:<32}{_line(_ask(port, path, rounds))}")
            for name, seconds in _paints(port, paints).items():
                print(f"{'first paint: ' + name:<32}{_line(seconds)}")


def _line(seconds: list[float]) -> str:
    return f"median {median(seconds) * 1000:7.1f} ms   p95 {p95(seconds) * 1000:7.1f} ms"


async def _fill(settings: Settings) -> int:
    async with GraphStore.open(settings) as store:
        await store.migrate()
        extractions = [extract(each) for each in sample_articles(settings)]
        for each in extractions:
            await store.write(each)
        await embed_statements(store)
    return sum(len(each.statements) for each in extractions)


def _copy(driver: neo4j.Driver, held: int, wanted: int) -> int:
    text, last = _EDITIONS.read_text("utf-8"), max(0, wanted // held - 1)
    total = held
    for first in range(1, last + 1, _AT_ONCE):
        until = min(first + _AT_ONCE - 1, last)
        total += driver.execute_query(text, first=first, last=until).records[0]["statements"]
    return total


def _ask(port: int, path: str, rounds: int) -> list[float]:
    http = HTTPConnection("127.0.0.1", port)
    taken = []
    # the first answers make the plans, and Neo4j compiles what it runs often
    for number in range(-_UNCOUNTED, rounds):
        start = perf_counter()
        http.request("GET", path, headers={"Accept": "text/html"})
        answer = http.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path} answered {answer.status}")
        if number >= 0:
            taken.append(perf_counter() - start)
    return taken


def _paints(port: int, rounds: int) -> dict[str, list[float]]:
    """When each page first shows something after its loading began; nothing is kept from visit to visit."""
    found: dict[str, list[float]] = {name: [] for name in PAGES}
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"))
        for _ in range(rounds):
            for name, path in PAGES.items():
                page = browser.new_page()
                page.goto(f"http://127.0.0.1:{port}{path}", wait_until="networkidle")
                paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
                found[name].append(paint / 1000)
                page.close()
        browser.close()
    return found


if __name__ == "__main__":
    typer.run(main)
