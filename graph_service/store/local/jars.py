"""The lock of the jars of Neo4j: which they are, byte for byte."""

import hashlib
from functools import cache
from pathlib import Path
from typing import NamedTuple, Self

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
