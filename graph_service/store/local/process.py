"""The process of the managed Neo4j: start it, find it again, stop it, say why it died."""

import os
import re
import signal
import socket
import subprocess
from pathlib import Path

import psutil

from graph_service.errors import ServerStartFailed
from graph_service.store.local.configuration import ENTRY_POINT, LOOPBACK
from graph_service.store.local.home import Home, Ports

_STOP_SECONDS = 40
_LAUNCH = '"$@" >"$0" 2>&1 </dev/null & echo $!'
# secrets in our environment are none of the server's business
_PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "TEMP", "SYSTEMROOT", "LD_LIBRARY_PATH")
_TROUBLE = re.compile(r"Caused by: |\bERROR\b|Exception|^Error|Unrecognized option|Invalid (maximum|initial)")
_STACK_LINE = re.compile(r"^\s+(at |\.\.\. \d+ more)")
# what a line of the log means, and what to do
_ADVICE = (
    ("No space left on device", "Make room on the disk, or set GRAPH_SERVICE_DATA_DIR to a folder that has it."),
    ("Disk quota exceeded", "Make room on the disk, or set GRAPH_SERVICE_DATA_DIR to a folder that has it."),
    ("AccessDenied", "Give yourself the right to write there, or set GRAPH_SERVICE_DATA_DIR."),
    ("Permission denied", "Give yourself the right to write there, or set GRAPH_SERVICE_DATA_DIR."),
    ("Address already in use", "Free the port, or unset GRAPH_SERVICE_NEO4J_BOLT_PORT and _HTTP_PORT."),
    ("heap", "Set GRAPH_SERVICE_NEO4J_HEAP to less than this machine's free memory, such as 512m."),
    ("OutOfMemoryError", "Set GRAPH_SERVICE_NEO4J_HEAP to more, such as 2g."),
    ("UnsupportedClassVersion", "Neo4j needs Java 17 or newer: unset GRAPH_SERVICE_NEO4J_JAVA."),
)


def is_free(port: int) -> bool:
    """Whether a server could listen on this port of loopback."""
    with socket.socket() as probe:
        # as Neo4j does: a port whose last connections linger is free
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
        return True


def answers(port: int) -> bool:
    """Whether somebody listens on this port of loopback."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((LOOPBACK, port)) == 0


def free_ports(wanted: Ports, remembered: Ports | None) -> Ports:
    """The ports wanted; where that is 0 the remembered one if it is free, else any free one.

    Raises ``ServerStartFailed`` where a wanted port is taken.
    """
    for port in filter(None, wanted):
        if not is_free(port):
            advice = "Free it, or unset GRAPH_SERVICE_NEO4J_BOLT_PORT and GRAPH_SERVICE_NEO4J_HTTP_PORT."
            raise ServerStartFailed(f"Port {port} is in use.", advice=advice)
    old = tuple(port if is_free(port) else 0 for port in remembered or (0, 0))
    with socket.socket() as first, socket.socket() as second:
        first.bind((LOOPBACK, 0))
        second.bind((LOOPBACK, 0))
        new = (first.getsockname()[1], second.getsockname()[1])
    bolt, http = (one or two or three for one, two, three in zip(wanted, old, new, strict=True))
    return Ports(bolt, http)


def find(home: Home, pid: int | None = None) -> psutil.Process | None:
    """The running server of this folder, tried at ``pid`` first.

    A process is ours by its command line, which names the folder: a remembered pid may since belong to another.
    """
    remembered = [psutil.Process(pid)] if pid and psutil.pid_exists(pid) else []
    for process in (*remembered, *psutil.process_iter()):
        if _is_server_of(process, home):
            return process
    return None


def _is_server_of(process: psutil.Process, home: Home) -> bool:
    try:
        if process.status() == psutil.STATUS_ZOMBIE:
            return False
        arguments = process.cmdline()
    except psutil.Error:
        return False
    return ENTRY_POINT in arguments and f"--home-dir={home.path}" in arguments


def start(command: list[str], home: Home) -> int:
    """Start the server in a session of its own and give its process id.

    It is no child of ours: it outlives us, no Ctrl-C of ours reaches it, and nobody has to wait for it.
    """
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    launched = subprocess.run(  # noqa: S603
        ["/bin/sh", "-c", _LAUNCH, str(home.console_log), *command],
        cwd=home.path,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        start_new_session=True,
        umask=0o077,
        check=True,
    )
    return int(launched.stdout)


def runs(pid: int) -> bool:
    """Whether this process is there and no zombie."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def stop(process: psutil.Process) -> None:
    """Ask the server to stop; kill it if it has not done so in 40 seconds."""
    for signal_number in (signal.SIGTERM, signal.SIGKILL):
        try:
            process.send_signal(signal_number)
            process.wait(_STOP_SECONDS)
        except psutil.NoSuchProcess:
            return
        except psutil.TimeoutExpired:
            continue
        return


def failure(home: Home, what: str) -> ServerStartFailed:
    """What to tell when the server did not start: the last useful line of its log, and what to do about it."""
    line = last_useful_line(home.console_log)
    advice = next((advice for sign, advice in _ADVICE if sign in line), "Read the log.")
    return ServerStartFailed(f"{what} Its log {home.console_log} says: {line or 'nothing'}.", advice=advice)


def last_useful_line(log: Path) -> str:
    """The last line of a log that tells of trouble, else the last line, at most 300 characters of it."""
    try:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    lines = [line.strip() for line in lines if line.strip() and not _STACK_LINE.match(line)]
    trouble = [line for line in lines if _TROUBLE.search(line)]
    return (trouble or lines or [""])[-1].rstrip(".")[:300]
