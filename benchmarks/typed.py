"""Typed Cypher: what the guard costs, and what readers feel while others type the worst that is let through.

``python -m benchmarks.typed`` needs no settings: it has a Neo4j of its own.
"""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Annotated

import neo4j
import typer

from benchmarks.graph import graph
from benchmarks.measure import p95
from benchmarks.serving import fill, free_port, wait
from graph_service.keys import KeyRing, Scope
from graph_service.settings import Settings
from graph_service.store.connection import connection
from graph_service.store.guard import check_plan, check_text

GUARD_BAR_MS = 25.0
READERS_BAR = 2.0
_HOST = "127.0.0.1"
_READS = ("/v1/statements?limit=50", "/v1/entities?limit=50", "/v1/queries/overview")
#: what the guard lets through and Neo4j is busy with: some that it can stop, some that it cannot
_ATTACKS = (
    "MATCH (a), (b), (c), (d), (e) RETURN count(a.name + b.name + c.name) AS x",
    "MATCH p = (a)-[*..12]-(b) RETURN count(p) AS x",
    "MATCH (a:Statement), (b:Statement), (c:Statement) WITH collect(a.text + b.text) AS l RETURN size(l) AS x",
    "MATCH (a:Article) WITH collect(a) AS l" + " WITH l + l AS l" * 20 + " RETURN l",
    "WITH [1] AS l" + " WITH l + l AS l" * 23 + " RETURN size([x IN l WHERE x > 1]) AS x",
    "MATCH (a:Statement), (b:Statement) WHERE a.text CONTAINS b.text RETURN a.text, b.text ORDER BY a.text + b.text",
)
_TYPED = (
    "MATCH (p:Person)-[:SAID]->(s)-[:ABOUT]->(x) RETURN p.name AS who, x.name AS whom, count(s) AS n ORDER BY n DESC",
    "MATCH (a:Article) RETURN a.outlet AS outlet, count(*) AS n",
    "MATCH (s:Statement)-[:FROM]->(a) WHERE s.text CONTAINS $word RETURN s.text AS text, a.title AS title LIMIT 20",
)


def main(
    seconds: Annotated[int, typer.Option(min=5, help="How long the attack lasts.")] = 60,
    attackers: Annotated[int, typer.Option(min=1, help="How many type at once.")] = 8,
    rounds: Annotated[int, typer.Option(min=10, help="Rounds of the guard.")] = 100,
) -> None:
    """Prints what the guard costs, and the readers' p95 without and with an attack."""
    with TemporaryDirectory() as folder, graph(Settings()) as there:
        settings = there.model_copy(update={"keys_file": Path(folder) / "keys.json"})
        _, secret = KeyRing(settings).create("attack", [Scope.CYPHER])
        fill(settings)
        guard = _guard_milliseconds(settings, rounds)
        with _service(settings) as port:
            _read(port, 3)
            idle = _read(port, seconds / 3)
            with _attack(port, secret.get_secret_value(), attackers) as counts:
                busy = _read(port, seconds)
            after = _read(port, seconds / 6)
        _tell(guard, idle, busy, after, counts)


def _tell(guard: list[float], idle: list[float], busy: list[float], after: list[float], counts: dict[int, int]) -> None:
    print(f"guard with EXPLAIN: median {median(guard):.1f} ms, p95 {p95(guard):.1f} ms (bar {GUARD_BAR_MS:.0f} ms)")
    for name, times in (("without", idle), ("during", busy), ("after", after)):
        print(f"readers {name} an attack: {len(times)} reads, p95 {1000 * p95(times):.1f} ms")
    print(f"ratio of p95: {p95(busy) / p95(idle):.2f} (bar {READERS_BAR:.0f})")
    print(f"answers to the attackers by status: {json.dumps(dict(sorted(counts.items())))}")


def _guard_milliseconds(settings: Settings, rounds: int) -> list[float]:
    """Times of looking at a text and its plan, as a server does that has seen the query before."""
    there, times = connection(settings), []
    auth = (there.user, there.password.get_secret_value())
    with neo4j.GraphDatabase.driver(there.uri, auth=auth) as driver, driver.session(default_access_mode="READ") as own:
        for number in range(-10, rounds):
            text = _TYPED[number % len(_TYPED)]
            started = time.perf_counter()
            check_text(text)
            planned = own.run(neo4j.Query("EXPLAIN " + text), {"word": "sign"}).consume()
            check_plan(planned.plan or {}, planned.query_type)
            if number >= 0:
                times.append(1000 * (time.perf_counter() - started))
    return times


@contextmanager
def _service(settings: Settings) -> Iterator[int]:
    there, port = connection(settings), free_port()
    environment = {
        **os.environ,
        "NEO4J_URI": there.uri,
        "NEO4J_USER": there.user,
        "NEO4J_PASSWORD": there.password.get_secret_value(),
        "GRAPH_SERVICE_PORT": str(port),
        "GRAPH_SERVICE_KEYS_FILE": str(settings.keys_file),
        "GRAPH_SERVICE_CYPHER": "true",
        "GRAPH_SERVICE_RATE_READ": "0",
        "GRAPH_SERVICE_RATE_CYPHER": "0",
    }
    command = [str(Path(sys.executable).with_name("graph-service")), "serve"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait(port, process)
            yield port
        finally:
            process.terminate()


def _read(port: int, seconds: float) -> list[float]:
    """Times of reads by one reader, one after the other."""
    http, end = HTTPConnection(_HOST, port, timeout=60), time.monotonic() + seconds
    times: list[float] = []
    while time.monotonic() < end:
        started = time.perf_counter()
        http.request("GET", _READS[len(times) % len(_READS)])
        answer = http.getresponse()
        answer.read()
        assert answer.status == 200, answer.status
        times.append(time.perf_counter() - started)
        time.sleep(0.02)
    return times


@contextmanager
def _attack(port: int, secret: str, attackers: int) -> Iterator[dict[int, int]]:
    """Several who type without pause; how their queries were answered."""
    over, counts, lock = threading.Event(), dict[int, int](), threading.Lock()

    def type_on(start: int) -> None:
        number = start
        while not over.is_set():
            status = _type(port, secret, _ATTACKS[number % len(_ATTACKS)])
            with lock:
                counts[status] = counts.get(status, 0) + 1
            number += 1

    threads = [threading.Thread(target=type_on, args=(number,)) for number in range(attackers)]
    for thread in threads:
        thread.start()
    yield counts
    over.set()
    for thread in threads:
        thread.join()


def _type(port: int, secret: str, text: str) -> int:
    http = HTTPConnection(_HOST, port, timeout=120)
    headers = {"Authorization": f"Bearer {secret}", "Content-Type": "application/json"}
    http.request("POST", "/v1/cypher", json.dumps({"query": text}), headers)
    answer = http.getresponse()
    answer.read()
    http.close()
    return answer.status


if __name__ == "__main__":
    typer.run(main)
