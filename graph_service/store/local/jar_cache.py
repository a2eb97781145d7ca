"""The jars of Neo4j as files: those that the lock names, byte for byte, and no others."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from filelock import FileLock, Timeout
from rich.console import Console

from graph_service.errors import ServerStartFailed
from graph_service.store.local.jars import THREADS, Jar


def ensure_jars(folder: Path, jars: Iterable[Jar], console: Console, repository: str | None = None) -> list[Path]:
    """The jars as good files in ``folder``: those missing or damaged are fetched, by one process at a time.

    They come from Maven Central, or from the Maven repository at this address. Raises ``ServerStartFailed`` where it
    does not answer or gives other bytes, or the folder cannot be written.
    """
    wanted = tuple(jars)
    if _missing(folder, wanted):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with _locked(folder / ".lock", console):
                _fetch(_missing(folder, wanted), folder, console, repository)
        except OSError as error:
            advice = "Make room there or set GRAPH_SERVICE_CACHE_DIR to a folder that can be written."
            raise ServerStartFailed(f"The jars of Neo4j cannot be kept in {folder}: {error}.", advice=advice) from error
    return [folder / jar.file_name for jar in wanted]


def _missing(folder: Path, jars: tuple[Jar, ...]) -> list[Jar]:
    with ThreadPoolExecutor(THREADS) as pool:
        good = pool.map(lambda jar: jar.is_good(folder / jar.file_name), jars)
        return [jar for jar, is_good in zip(jars, good, strict=True) if not is_good]


def _locked(path: Path, console: Console) -> FileLock:
    lock = FileLock(path)
    try:
        lock.acquire(timeout=1)
    except Timeout:
        console.print("Another process fetches Neo4j; waiting for it.")
        lock.acquire()
    return lock


def _fetch(jars: list[Jar], folder: Path, console: Console, repository: str | None) -> None:
    if jars:
        # only here, because it takes longer to import than everything else takes when nothing is missing
        from graph_service.store.local.download import fetch  # noqa: PLC0415

        fetch(jars, folder, console, repository)
