"""Why a server did not start: the last useful line of its log, and what to do about it."""

import re
from pathlib import Path

from graph_service.errors import ServerStartFailed

_TROUBLE = re.compile(
    r"Caused by: |\bERROR\b|Exception|^Error|Unrecognized|Invalid (maximum|initial)|Terminating due to"
)
_STACK_LINE = re.compile(r"\s+(at |\.\.\. \d+ more)")
_NO_ROOM = re.compile("No space left on device|Disk quota exceeded")
_PORT_TAKEN = re.compile("Address already in use|PortBindException")
_DISK_FULL = "Make room on the disk, or set GRAPH_SERVICE_DATA_DIR to a folder that has it."
_NO_RIGHT = "Give yourself the right to write there, or set GRAPH_SERVICE_DATA_DIR to another folder."
_LESS_HEAP = "Set GRAPH_SERVICE_NEO4J_HEAP to less than this machine's free memory, such as 512m."
# what a line of the log tells, and what to do then
_ADVICE = (
    (_NO_ROOM, _DISK_FULL),
    (re.compile("AccessDenied|Permission denied"), _NO_RIGHT),
    (_PORT_TAKEN, "Free the port, or unset GRAPH_SERVICE_NEO4J_BOLT_PORT and GRAPH_SERVICE_NEO4J_HTTP_PORT."),
    (re.compile("object heap|heap size|insufficient memory|Cannot allocate memory|errno=12"), _LESS_HEAP),
    (re.compile("OutOfMemoryError|Too small"), "Set GRAPH_SERVICE_NEO4J_HEAP to more, such as 2g."),
    (re.compile("UnsupportedClassVersion"), "Neo4j needs Java 17 or newer: unset GRAPH_SERVICE_NEO4J_JAVA."),
)


class PortTaken(ServerStartFailed):
    """Somebody took the port while the server started."""


def failure(log: Path, what: str) -> ServerStartFailed:
    """What to raise for a server that did not start: ``what`` happened, by its log."""
    line = last_useful_line(log)
    advice = next((advice for sign, advice in _ADVICE if sign.search(line)), "Read the log and try again.")
    kind = PortTaken if _PORT_TAKEN.search(line) else ServerStartFailed
    return kind(f"{what} Its log {log} says: {line or 'nothing'}.", advice=advice)


def is_hopeless(log: Path) -> bool:
    """Whether the server will never answer although it runs: without room on the disk it waits for ever."""
    return bool(_NO_ROOM.search(last_useful_line(log)))


def last_useful_line(log: Path) -> str:
    """The last line of a log that says what to do, else that tells of trouble, else the last: 300 characters of it."""
    try:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    lines = [line.strip() for line in lines if line.strip() and not _STACK_LINE.match(line)]
    known = [line for line in lines if any(sign.search(line) for sign, _ in _ADVICE)]
    trouble = [line for line in lines if _TROUBLE.search(line)]
    return (known or trouble or lines or [""])[-1].rstrip(".")[:300]
