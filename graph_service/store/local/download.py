"""Fetch jars from a Maven repository through jgo."""

import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
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


def fetch(jars: list[Jar], folder: Path, console: Console, repository: str | None = None) -> None:
    """Fetch the jars into the folder, with a progress bar. A jar appears there whole and checked or not at all.

    They come from Maven Central, or from the Maven repository at this address. Raises ``ServerStartFailed`` where it
    does not answer or gives other bytes, ``OSError`` where the folder cannot be written.
    """
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console) as progress, TemporaryDirectory(dir=folder, prefix=".part-") as part:
        total = sum(jar.size for jar in jars)
        task = progress.add_task(f"Fetching Neo4j {neo4j_version()}", total=total)
        pool = ThreadPoolExecutor(THREADS)
        try:
            for path in pool.map(partial(_fetch_one, repository=repository, part=Path(part)), jars):
                progress.advance(task, path.stat().st_size)
                path.replace(folder / path.name)
        finally:
            pool.shutdown(cancel_futures=True)


def _fetch_one(jar: Jar, repository: str | None, part: Path) -> Path:
    """The jar as a good file in a folder of its own."""
    reason = ""
    for attempt in range(_TRIES):
        time.sleep(attempt)
        try:
            path = _download(jar, repository, part / str(attempt))
        except (requests.RequestException, RuntimeError) as error:
            reason = f"the Maven repository did not give it ({type(error).__name__})"
            continue
        if jar.is_good(path):
            return path
        reason = "its SHA-256 is not the one in the lock"
    advice = "Check the connection to Maven Central, or GRAPH_SERVICE_MAVEN_REPOSITORY, and try again."
    raise ServerStartFailed(f"{jar.file_name} was refused: {reason}.", advice=advice)


def _download(jar: Jar, repository: str | None, folder: Path) -> Path:
    remote = {"repository": repository.rstrip("/")} if repository else None
    maven = MavenContext(PythonResolver(), repo_cache=folder, remote_repos=remote, timeout=_ANSWER_SECONDS)
    component = maven.project(jar.group, jar.artifact).at_version(jar.version)
    return Path(component.artifact(jar.classifier).resolve())
