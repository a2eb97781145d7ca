"""What is left of ingest jobs when the API, a worker and Neo4j are killed in turn while they are submitted and read.

``python -m benchmarks.faults_jobs --kills 50 --articles 2000`` runs on a Neo4j of its own and ends with a table. The
client sends every batch with an `Idempotency-Key` until it is taken, as a careful program would.
"""

import asyncio
import json
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Annotated, NamedTuple

import httpx
import psutil
import typer
from neo4j.exceptions import DriverError, Neo4jError
from rich.console import Console
from rich.table import Table

from benchmarks.articles import short_articles
from benchmarks.faults import Ingest, environment, own_server, written
from benchmarks.graph_state import GraphState, empty, graph_state, ingested
from graph_service.models import Article
from graph_service.settings import Finder, Settings
from graph_service.store.local import LocalServer

_COMMAND = (sys.executable, "-P", "-m", "graph_service.cli.main", "serve", "--host", "127.0.0.1", "--port")
_OPTIONS = {"statement_finder": Finder.RULES, "workers": 2, "job_lease_seconds": 5.0}
_TURNS = ("API", "worker", "Neo4j")
_PAUSE = 0.2
#: of the whole run, without anything that is finished
_LONGEST_SILENCE = 600.0
#: of the undisturbed run, in seconds
_LONGEST = 3_600.0


class JobPlan(NamedTuple):
    """How often something is killed while how much is read; the same seed gives the same moments."""

    kills: int = 50
    articles: int = 2000
    # articles in one job
    batch: int = 20
    seed: int = 7


class Kill(NamedTuple):
    """One kill: what, how many articles were in the graph, and after how many seconds there was one more."""

    what: str
    articles: int
    back: float


class JobTrial(NamedTuple):
    """What is left. Every number from ``lost`` to ``surplus`` must be 0, and ``same`` true."""

    kills: int
    articles: int
    # jobs that the client was told were taken
    acknowledged: int
    # articles of those jobs that are not in the graph
    lost: int
    # articles that are not as in the undisturbed run
    half: int
    # items that failed, or found their article there: its effect came twice
    failed: int
    twice: int
    # of the invariants
    violations: int
    # nodes and relationships more than in an undisturbed run, jobs aside
    surplus: int
    # the graph is that of an undisturbed run, property for property
    same: bool
    # attempts that ended with their worker and were made again by another one
    again: int
    seconds: float

    @property
    def good(self) -> bool:
        """Nothing lost, nothing half, nothing twice."""
        broken = self.lost or self.half or self.failed or self.twice or self.violations or self.surplus
        return self.same and not broken


class Service:
    """`graph-service serve` with its workers, started again at the same address when it was killed."""

    def __init__(self, settings: Settings) -> None:
        self._environment = environment(settings)
        with closing(socket.create_server(("127.0.0.1", 0))) as free:
            self._port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self._port}"
        self._process = self._start()

    def kill(self) -> None:
        """Kills the API between two instructions, and starts another one."""
        self._process.kill()
        self._process.wait()
        self._process = self._start()

    def kill_worker(self, chosen: random.Random) -> None:
        """Kills one of its workers, which it has to start again by itself."""
        workers: list[psutil.Process] = []
        while not workers:
            workers = [each for each in psutil.Process(self._process.pid).children() if "worker" in each.cmdline()]
            time.sleep(_PAUSE)
        chosen.choice(workers).kill()

    def stop(self) -> None:
        """Ends it as Ctrl-C does."""
        self._process.send_signal(signal.SIGINT)
        self._process.wait()

    def _start(self) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            (*_COMMAND, str(self._port)), env=self._environment, stderr=subprocess.DEVNULL, start_new_session=True
        )


class Client(threading.Thread):
    """Sends every batch until it is taken."""

    def __init__(self, address: str, articles: list[Article], batch: int) -> None:
        super().__init__(daemon=True)
        self._address = address
        self._batches = [articles[start : start + batch] for start in range(0, len(articles), batch)]
        self.taken: list[str] = []

    def run(self) -> None:
        """Sends them one after another."""
        for number, batch in enumerate(self._batches):
            self.taken.append(self._send(number, batch))

    @property
    def all_taken(self) -> bool:
        """Whether everything was."""
        return len(self.taken) == len(self._batches)

    def _send(self, number: int, batch: list[Article]) -> str:
        body = {"sources": [_source(each) for each in batch]}
        key = {"Idempotency-Key": f"batch {number}"}
        while True:
            try:
                answer = httpx.post(f"{self._address}/v1/jobs", json=body, headers=key, timeout=120)
                if answer.status_code == httpx.codes.ACCEPTED:
                    return str(answer.json()["job"])
            except (httpx.HTTPError, ValueError):
                # it may have been taken all the same: the key tells
                pass
            time.sleep(_PAUSE)


def _source(article: Article) -> dict[str, str]:
    return {
        "kind": "text",
        "text": article.text,
        "url": str(article.url),
        "outlet": str(article.outlet),
        "published_at": str(article.published_at),
    }


class JobFaults:
    """The trial on one Neo4j."""

    def __init__(self, plan: JobPlan, place: Path, settings: Settings) -> None:
        self._plan = plan
        self._settings = settings
        self._server = LocalServer(settings)
        self._random = random.Random(plan.seed)
        self._articles = list(short_articles(plan.articles))
        self._folder = written(place / "articles", self._articles)
        self.kills: list[Kill] = []

    def run(self, on_kill: Callable[[Kill], None] = lambda kill: None) -> JobTrial:
        """The undisturbed run, then the disturbed one."""
        good = self._undisturbed()
        self._empty()
        started = time.monotonic()
        service = Service(self._settings)
        client = Client(service.address, self._articles, self._plan.batch)
        client.start()
        try:
            for number in range(self._plan.kills):
                self._wait_for((number + 1) * self._plan.articles // (self._plan.kills + 2))
                on_kill(self._kill(_TURNS[number % len(_TURNS)], service))
            client.join()
            self._wait_for(self._plan.articles)
            self._wait_until_done()
        finally:
            service.stop()
        return self._judge(good, client, time.monotonic() - started)

    def _undisturbed(self) -> GraphState:
        self._empty()
        ingest = Ingest(self._folder, self._settings)
        ingest.finish(_LONGEST)
        if ingest.code:
            raise RuntimeError("The undisturbed ingest failed.")
        return asyncio.run(graph_state(self._settings, self._server.ensure()))

    def _kill(self, what: str, service: Service) -> Kill:
        time.sleep(self._random.uniform(0, 1))
        before, started = self._count(), time.monotonic()
        if what == "API":
            service.kill()
        elif what == "worker":
            service.kill_worker(self._random)
        else:
            pid = self._server.status().pid
            assert pid
            server = psutil.Process(pid)
            server.kill()
            # until it is gone its port may still answer
            server.wait()
            self._server.ensure()
        self._wait_for(min(before + 1, self._plan.articles))
        self.kills.append(Kill(what, before, round(time.monotonic() - started, 1)))
        return self.kills[-1]

    def _wait_for(self, articles: int) -> None:
        found, since = 0, time.monotonic()
        while (now := self._count()) < articles:
            if now > found:
                found, since = now, time.monotonic()
            if time.monotonic() - since > _LONGEST_SILENCE:
                raise RuntimeError(f"Nothing is finished any more, at {found} of {articles} articles.")
            time.sleep(_PAUSE)

    def _wait_until_done(self) -> None:
        """Until every item is finished and every statement can be found by its meaning, which comes after."""
        while (left := asyncio.run(ingested(self._settings, self._server.ensure())))["open"] or left["unread"]:
            time.sleep(_PAUSE)

    def _count(self) -> int:
        while True:
            try:
                return asyncio.run(ingested(self._settings, self._server.ensure()))["articles"]
            except (DriverError, Neo4jError):
                # it starts at this moment
                time.sleep(_PAUSE)

    def _judge(self, good: GraphState, client: Client, seconds: float) -> JobTrial:
        connection = self._server.ensure()
        items = asyncio.run(ingested(self._settings, connection))
        now = asyncio.run(graph_state(self._settings, connection))
        return JobTrial(
            kills=len(self.kills),
            articles=len(now.articles),
            acknowledged=len(client.taken),
            lost=len(good.articles.keys() - now.articles.keys()) + items["items"] - items["finished"],
            half=sum(now.articles.get(article) != links for article, links in good.articles.items()),
            failed=items["failed"],
            twice=items["skipped"] + items["items"] - len(self._articles),
            violations=now.violations,
            surplus=now.nodes - items["nodes"] - good.nodes + now.relationships - good.relationships,
            same=now.hash == good.hash,
            again=items["again"],
            seconds=round(seconds, 1),
        )

    def _empty(self) -> None:
        asyncio.run(empty(self._settings, self._server.ensure()))


@contextmanager
def job_faults(plan: JobPlan) -> Iterator[JobFaults]:
    """The trial of a plan on a Neo4j of its own, which is removed afterwards."""
    with own_server(**_OPTIONS) as (place, settings):
        yield JobFaults(plan, place, settings)


def main(
    *,
    kills: Annotated[int, typer.Option(help="Kills of the API, of a worker and of Neo4j, in turn.")] = JobPlan().kills,
    articles: Annotated[int, typer.Option(help="Short articles that are submitted meanwhile.")] = JobPlan().articles,
    batch: Annotated[int, typer.Option(help="Articles in one job.")] = JobPlan().batch,
    seed: Annotated[int, typer.Option(help="The same seed, the same moments.")] = JobPlan().seed,
    out: Annotated[Path | None, typer.Option(help="Where the figures go, as JSON.")] = None,
) -> None:
    """Kills, looks, and ends with exit code 1 if anything was lost, half or twice."""
    plan = JobPlan(kills, articles, batch, seed)
    console = Console()
    with job_faults(plan) as work:
        trial = work.run(lambda kill: console.print(*kill))
    console.print(_table("kills", work.kills))
    console.print(_table("what is left", [trial]))
    if out:
        found = {"plan": plan._asdict(), "kills": [each._asdict() for each in work.kills], "trial": trial._asdict()}
        out.write_text(json.dumps(found, indent=1) + "\n")
    raise typer.Exit(not trial.good)


def _table(title: str, rows: list[Kill] | list[JobTrial]) -> Table:
    table = Table(*(type(rows[0])._fields if rows else ()), title=title)
    for row in rows:
        table.add_row(*map(str, row))
    return table


if __name__ == "__main__":
    typer.run(main)
