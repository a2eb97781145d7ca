"""Latency of the API over real HTTP, beside the same query with the same parameters on a bare driver."""

import asyncio
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from time import monotonic, perf_counter, sleep
from typing import Any, NamedTuple
from urllib.parse import urlencode

import neo4j

from benchmarks.articles import edition, sample_articles
from benchmarks.measure import Result, p95
from graph_service.pipeline.extract import extract
from graph_service.queries import Query, catalogue
from graph_service.settings import Settings
from graph_service.store import GraphStore
from graph_service.store.connection import connection

BAR = 1.5
#: printings of the sample corpus in the graph
EDITIONS = 10
_HOST = "127.0.0.1"
_REQUESTS_A_ROUND = 40
_START_SECONDS = 60.0


class Served(NamedTuple):
    """A running service."""

    port: int
    pid: int


class Question(NamedTuple):
    """One question, as the API takes it and as the driver takes it."""

    name: str
    path: str
    query: Query
    parameters: dict[str, Any]


def measure(rounds: int, settings: Settings) -> list[Result]:
    """Requests in turns, one client, the connection kept open."""
    speaker, about = fill(settings)
    with api(settings) as served, driver_of(settings) as driver:
        http = HTTPConnection(_HOST, served.port)
        return [_result(question, http, driver, rounds) for question in _questions(speaker, about)]


def _questions(speaker: str, about: str) -> Iterator[Question]:
    known = catalogue()
    for name, raw in (
        ("statements_by_speaker", {"speaker": speaker}),
        ("statements_about", {"about": about}),
        ("top_speakers_about", {"about": about}),
    ):
        query = known[name]
        path = f"/v1/queries/{name}?{urlencode(raw)}"
        yield Question(f"GET /v1/queries/{name}", path, query, query.bind(raw))


def _result(question: Question, http: HTTPConnection, driver: neo4j.Driver, rounds: int) -> Result:
    assert _ask_api(http, question) == _ask_driver(driver, question), "both must answer with as many rows"
    ours: list[float] = []
    bare: list[float] = []
    ratios: list[float] = []
    for each in range(-1, rounds):
        pairs = [_pair(question, http, driver, number % 2 == 0) for number in range(_REQUESTS_A_ROUND)]
        if each < 0:
            continue  # the first answers are slower on both sides: plans are made, code is compiled
        ours += (api for api, _ in pairs)
        bare += (query for _, query in pairs)
        ratios.append(median(api for api, _ in pairs) / median(query for _, query in pairs))
    return Result(
        question.name,
        "p95 in milliseconds",
        ours=p95(ours) * 1000,
        bare=p95(bare) * 1000,
        ratio=p95(ours) / p95(bare),
        spread=(min(ratios), max(ratios)),
        bar=BAR,
        less_is_better=True,
        rounds=rounds,
    )


def _pair(question: Question, http: HTTPConnection, driver: neo4j.Driver, api_first: bool) -> tuple[float, float]:
    if api_first:
        api = _seconds(lambda: _ask_api(http, question))
        return api, _seconds(lambda: _ask_driver(driver, question))
    query = _seconds(lambda: _ask_driver(driver, question))
    return _seconds(lambda: _ask_api(http, question)), query


def _seconds(work: Any) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _ask_api(http: HTTPConnection, question: Question) -> int:
    http.request("GET", question.path)
    answer = http.getresponse()
    body = json.loads(answer.read())
    if answer.status != 200:
        raise RuntimeError(f"{question.path} answered {answer.status}: {body}")
    return len(body["rows"])


def _ask_driver(driver: neo4j.Driver, question: Question) -> int:
    with driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
        return len(session.execute_read(_rows, question))


def _rows(transaction: neo4j.ManagedTransaction, question: Question) -> list[dict[str, Any]]:
    return [record.data() for record in transaction.run(question.query.text, question.parameters)]


def fill(settings: Settings) -> tuple[str, str]:
    """Writes the sample articles in many editions; ids of who speaks most, and of whom is spoken of most."""
    return asyncio.run(_fill(settings))


async def _fill(settings: Settings) -> tuple[str, str]:
    """Writes the editions; ids of the entity that speaks most, and of the one that is spoken of most."""
    said: dict[str, int] = {}
    about: dict[str, int] = {}
    async with GraphStore.open(settings) as store:
        await store.migrate()
        for article in sample_articles(settings):
            for number in range(EDITIONS):
                extraction = extract(edition(article, 1000 + number))
                await store.write(extraction)
                for statement in extraction.statements:
                    if statement.speaker:
                        said[statement.speaker] = said.get(statement.speaker, 0) + 1
                    for target in statement.targets:
                        about[target.entity] = about.get(target.entity, 0) + 1
    return max(said, key=said.__getitem__), max(about, key=about.__getitem__)


@contextmanager
def driver_of(settings: Settings) -> Iterator[neo4j.Driver]:
    there = connection(settings)
    with neo4j.GraphDatabase.driver(there.uri, auth=(there.user, there.password.get_secret_value())) as driver:
        yield driver


@contextmanager
def api(settings: Settings) -> Iterator[Served]:
    """The API as ``graph-service serve`` runs it, in a process of its own."""
    there = connection(settings)
    port = free_port()
    environment = {
        **os.environ,
        "NEO4J_URI": there.uri,
        "NEO4J_USER": there.user,
        "NEO4J_PASSWORD": there.password.get_secret_value(),
        "GRAPH_SERVICE_HOST": _HOST,
        "GRAPH_SERVICE_PORT": str(port),
        "GRAPH_SERVICE_RATE_READ": "0",
    }
    command = [str(Path(sys.executable).with_name("graph-service")), "serve"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait(port, process)
            yield Served(port, process.pid)
        finally:
            process.terminate()


def wait(port: int, process: subprocess.Popen[bytes]) -> None:
    """Until the API answers."""
    end = monotonic() + _START_SECONDS
    while monotonic() < end and process.poll() is None:
        try:
            http = HTTPConnection(_HOST, port, timeout=5)
            http.request("GET", "/readyz")
            if http.getresponse().status == 200:
                return
        except OSError:
            pass
        sleep(0.2)
    raise RuntimeError("the API did not start")


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as free:
        free.bind((_HOST, 0))
        return int(free.getsockname()[1])
