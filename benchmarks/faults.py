"""What is left after crashes: ingest processes and Neo4j are killed at random moments, and the graph is looked at.

``python -m benchmarks.faults --kills 10 --server-kills 5`` runs on a Neo4j of its own and ends with a table. A kill
here is ``SIGKILL``: the process is gone between two instructions, the disk is not (that would be a power cut).
"""

import asyncio
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, NamedTuple

import typer
from rich.console import Console
from rich.table import Table

from benchmarks.articles import edition, sample_articles
from benchmarks.faults_child import READY, STORE_UNAVAILABLE
from benchmarks.graph_state import GraphState, empty, graph_state
from graph_service.models import Article
from graph_service.settings import Settings
from graph_service.store.local import LocalServer

#: no ingest of these few articles takes longer on any machine
_LONGEST = 300.0
_ATTEMPTS = 5
#: eight processes on two cores are slow, and slow is no fault here
_PATIENT = {"query_seconds": 120.0, "connect_seconds": 10.0, "neo4j_start_seconds": 300.0}
_PASSED_ON = ("data_dir", "statement_finder", "workers", "job_lease_seconds", *_PATIENT)


class Plan(NamedTuple):
    """How often what is killed; the same seed gives the same moments."""

    kills: int = 10
    server_kills: int = 5
    processes: int = 8
    rounds: int = 3
    editions: int = 3
    seed: int = 7


class Trial(NamedTuple):
    """What one disturbance left behind. Every number from ``lost`` on must be 0, and ``same`` true."""

    what: str
    # seconds after the ingest began to read
    moment: float
    # articles that the killed ingest had said were in the graph
    acknowledged: int
    lost: int
    half: int
    # of the invariants, right after the kill and after the second run
    violations: int
    # nodes and relationships more than in an undisturbed run
    surplus: int
    # the graph is that of an undisturbed run, property for property
    same: bool

    @property
    def good(self) -> bool:
        """Nothing lost, nothing half, nothing twice."""
        return self.same and not (self.lost or self.half or self.violations or self.surplus)


def environment(settings: Settings) -> dict[str, str]:
    """The environment of a process that works with these settings."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    return inherited | {f"GRAPH_SERVICE_{name.upper()}": str(getattr(settings, name)) for name in _PASSED_ON}


class Ingest:
    """An ingest of a folder in a process of its own."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        command = [sys.executable, "-m", "benchmarks.faults_child", str(folder)]
        self._process = subprocess.Popen(command, env=environment(settings), stdout=subprocess.PIPE, text=True)

    def wait_until_ready(self) -> None:
        """Returns when it begins to read."""
        assert self._process.stdout
        if self._process.stdout.readline().strip() != READY:
            raise RuntimeError("The ingest did not start.")

    def finish(self, seconds: float = _LONGEST) -> list[str]:
        """Waits for the end; the ids of the articles that it said were in the graph, since it was ready."""
        told, _ = self._process.communicate(timeout=seconds)
        return [line for line in told.splitlines() if line != READY]

    def kill(self) -> None:
        """Ends it between two instructions."""
        self._process.send_signal(signal.SIGKILL)

    @property
    def code(self) -> int:
        """How it ended."""
        return self._process.returncode


class Faults:
    """The trials on one Neo4j and one folder of articles."""

    def __init__(self, plan: Plan, folder: Path, settings: Settings) -> None:
        self._plan = plan
        self._folder = folder
        self._settings = settings
        self._server = LocalServer(settings)
        self._random = random.Random(plan.seed)
        self._seconds = 0.0
        self._undisturbed = GraphState(0, 0, "", {}, 0)

    def run(self) -> Iterator[Trial]:
        """The undisturbed run, then every trial, one at a time."""
        self._empty()
        self._undisturbed = self._run_undisturbed()
        yield from self._at_once()
        for _ in range(self._plan.kills):
            yield self._disturbed("ingest killed", self._kill_ingest)
        for _ in range(self._plan.server_kills):
            yield self._disturbed("Neo4j killed", self._kill_server)

    def _run_undisturbed(self) -> GraphState:
        ingest = Ingest(self._folder, self._settings)
        ingest.wait_until_ready()
        started = time.monotonic()
        ingest.finish()
        self._seconds = time.monotonic() - started
        if ingest.code:
            raise RuntimeError("The undisturbed ingest failed.")
        return self._state()

    def _at_once(self) -> Iterator[Trial]:
        """The same folder by many processes at once, from empty, several times."""
        self._empty()
        for number in range(1, self._plan.rounds + 1):
            runs = [Ingest(self._folder, self._settings) for _ in range(self._plan.processes)]
            with ThreadPoolExecutor(len(runs)) as threads:
                acknowledged = list(threads.map(Ingest.finish, runs))
            if any(run.code for run in runs):
                raise RuntimeError("An ingest beside others failed.")
            told = {each for ids in acknowledged for each in ids}
            yield self._judge(f"{len(runs)} at once, round {number}", 0.0, told, self._state())

    def _disturbed(self, what: str, disturb: Callable[[Ingest], list[str]]) -> Trial:
        for _ in range(_ATTEMPTS):
            self._empty()
            ingest = Ingest(self._folder, self._settings)
            ingest.wait_until_ready()
            moment = self._random.uniform(0.02, 0.9) * self._seconds
            time.sleep(moment)
            told = disturb(ingest)
            if ingest.code:
                break
        else:
            raise RuntimeError("Every ingest was done before it could be disturbed.")
        left = self._state()
        self._run_again()
        return self._judge(what, moment, set(told), left)

    def _kill_ingest(self, ingest: Ingest) -> list[str]:
        ingest.kill()
        return ingest.finish()

    def _kill_server(self, ingest: Ingest) -> list[str]:
        pid = self._server.status().pid
        assert pid
        os.kill(pid, signal.SIGKILL)
        told = ingest.finish()
        if ingest.code not in (0, STORE_UNAVAILABLE):
            raise RuntimeError(f"The ingest ended with {ingest.code}, and did not say that Neo4j is away.")
        self._server.ensure()
        return told

    def _run_again(self) -> None:
        ingest = Ingest(self._folder, self._settings)
        ingest.finish()
        if ingest.code:
            raise RuntimeError("The second run failed.")

    def _judge(self, what: str, moment: float, told: set[str], left: GraphState) -> Trial:
        good, now = self._undisturbed, self._state()
        return Trial(
            what=what,
            moment=round(moment, 2),
            acknowledged=len(told),
            lost=len(told - left.articles.keys()) + len(good.articles.keys() - now.articles.keys()),
            half=sum(good.articles.get(article) != links for article, links in left.articles.items()),
            violations=left.violations + now.violations,
            surplus=now.nodes - good.nodes + now.relationships - good.relationships,
            same=now == good,
        )

    def _state(self) -> GraphState:
        return asyncio.run(graph_state(self._settings, self._server.ensure()))

    def _empty(self) -> None:
        asyncio.run(empty(self._settings, self._server.ensure()))


@contextmanager
def faults(plan: Plan) -> Iterator[Faults]:
    """The trials of a plan on a Neo4j and a folder of articles of their own, both removed afterwards."""
    with own_server() as (place, settings):
        articles = (edition(each, number) for number in range(plan.editions) for each in sample_articles(settings))
        yield Faults(plan, written(place / "articles", articles), settings)


@contextmanager
def own_server(**changed: object) -> Iterator[tuple[Path, Settings]]:
    """A folder, and the settings of a Neo4j in it that starts when it is needed; both are removed afterwards."""
    with TemporaryDirectory(prefix="graph-service-faults-") as name:
        update = {"neo4j_uri": None, "data_dir": Path(name, "data"), **_PATIENT, **changed}
        settings = Settings().model_copy(update=update)
        try:
            yield Path(name), settings
        finally:
            LocalServer(settings).stop()


def written(folder: Path, articles: Iterable[Article]) -> Path:
    """A folder with the texts of articles."""
    folder.mkdir()
    for article in articles:
        _write(folder, article)
    return folder


def _write(folder: Path, article: Article) -> None:
    matter = f"---\noutlet: {article.outlet}\ndate: {article.published_at}\nurl: {article.url}\n---\n"
    name = article.id.replace(":", "-")
    (folder / f"{name}.txt").write_text(matter + article.text, encoding="utf-8")


def main(  # noqa: PLR0913  (each one an option)
    *,
    kills: Annotated[int, typer.Option(help="Kills of the ingest.")] = Plan().kills,
    server_kills: Annotated[int, typer.Option(help="Kills of Neo4j.")] = Plan().server_kills,
    processes: Annotated[int, typer.Option(help="Ingests of the same folder at once.")] = Plan().processes,
    rounds: Annotated[int, typer.Option(help="How often they do it.")] = Plan().rounds,
    editions: Annotated[int, typer.Option(help="Editions of the twelve sample articles.")] = Plan().editions,
    seed: Annotated[int, typer.Option(help="The same seed, the same moments.")] = Plan().seed,
    out: Annotated[Path | None, typer.Option(help="Where the trials go, as JSON.")] = None,
) -> None:
    """Kills, looks, and ends with exit code 1 if anything was lost, half or twice."""
    plan = Plan(kills, server_kills, processes, rounds, editions, seed)
    console = Console()
    trials = []
    with faults(plan) as work, console.status("Undisturbed run"):
        for trial in work.run():
            trials.append(trial)
            console.print(*trial)
    console.print(_table(trials))
    if out:
        out.write_text(json.dumps({"plan": plan._asdict(), "trials": [each._asdict() for each in trials]}, indent=1))
    raise typer.Exit(not all(trial.good for trial in trials))


def _table(trials: list[Trial]) -> Table:
    table = Table(*Trial._fields, title="What is left after crashes")
    for trial in trials:
        table.add_row(*map(str, trial), style="" if trial.good else "red")
    return table


if __name__ == "__main__":
    typer.run(main)
