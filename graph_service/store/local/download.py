"""Fetch jars from Maven Central through jgo."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import requests
from jgo.maven import MavenContext, PythonResolver
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from graph_service.errors import ServerStartFailed
from graph_service.store.local.jars import THREADS, Jar, neo4j_version

_TRIES = 3
_ANSWER_SECONDS = 20


def fetch(jars: list[Jar], folder: Path, console: Console) -> None:
    """Fetch the jars into the folder, with a progress bar. A jar appears there whole and checked or not at all.

    Raises ``ServerStartFailed`` where Maven Central does not answer or gives other bytes, ``OSError`` where the folder
    cannot be written.
    """
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console) as progress, TemporaryDirectory(dir=folder, prefix=".part-") as part:
        total = sum(jar.size for jar in jars)
        task = progress.add_task(f"Fetching Neo4j {neo4j_version()} from Maven Central", total=total)
        pool = ThreadPoolExecutor(THREADS)
        try:
            for jar in pool.map(lambda jar: _fetch_one(jar, folder, Path(part)), jars):
                progress.advance(task, jar.size)
        finally:
            pool.shutdown(cancel_futures=True)


def _fetch_one(jar: Jar, folder: Path, part: Path) -> Jar:
    reason = ""
    for attempt in range(_TRIES):
        time.sleep(attempt)
        try:
            path = _download(jar, part / str(attempt))
        except (requests.RequestException, RuntimeError) as error:
            reason = f"Maven Central did not give it ({type(error).__name__})"
            continue
        if jar.is_good(path):
            path.replace(folder / jar.file_name)
            return jar
        reason = "its SHA-256 is not the one in the lock"
    advice = "Check the connection to Maven Central and try again."
    raise ServerStartFailed(f"{jar.file_name} was refused: {reason}.", advice=advice)


def _download(jar: Jar, repository: Path) -> Path:
    maven = MavenContext(resolver=PythonResolver(), repo_cache=repository, timeout=_ANSWER_SECONDS)
    component = maven.project(jar.group, jar.artifact).at_version(jar.version)
    return Path(component.artifact(jar.classifier).resolve())
