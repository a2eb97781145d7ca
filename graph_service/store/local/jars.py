"""The jars of Neo4j: those that the shipped lock names, byte for byte, and no others."""

import hashlib
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import NamedTuple, Self

from filelock import FileLock, Timeout
from rich.console import Console

from graph_service.errors import ServerStartFailed

LOCK_FILE = Path(__file__).parent.parent / "data" / "neo4j.lock"
THREADS = 8


class Jar(NamedTuple):
    """One line of the lock: a Maven artifact, its SHA-256 in hexadecimal and its size in bytes."""

    group: str
    artifact: str
    version: str
    classifier: str
    sha256: str
    size: int

    @classmethod
    def parse(cls, line: str) -> Self:
        """Read ``group:artifact:version[:classifier] sha256 size``."""
        coordinate, sha256, size = line.split()
        group, artifact, version, *classifier = coordinate.split(":")
        return cls(group, artifact, version, "".join(classifier), sha256, int(size))

    def line(self) -> str:
        """The jar as a line of the lock; the inverse of ``parse``."""
        coordinate = ":".join(part for part in self[:4] if part)
        return f"{coordinate} {self.sha256} {self.size}"

    @property
    def file_name(self) -> str:
        """Its name in the cache folder, unique within the lock."""
        return "-".join(part for part in self[1:4] if part) + ".jar"

    def is_good(self, path: Path) -> bool:
        """Whether the file there is this jar, byte for byte."""
        if not path.is_file() or path.stat().st_size != self.size:
            return False
        return sha256_of(path) == self.sha256


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_lock(path: Path = LOCK_FILE) -> tuple[Jar, ...]:
    """The jars that a lock names."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(Jar.parse(line) for line in lines if line and not line.startswith("#"))


@cache
def neo4j_version() -> str:
    """The version of Neo4j in the shipped lock."""
    return next(jar.version for jar in read_lock() if (jar.group, jar.artifact) == ("org.neo4j", "neo4j"))


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
