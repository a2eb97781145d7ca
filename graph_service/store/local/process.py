"""The process of the managed Neo4j: start it, find it again, stop it."""

import os
import signal
import subprocess

import psutil

from graph_service.store.local.configuration import ENTRY_POINT
from graph_service.store.local.home import Home

_STOP_SECONDS = 40
_LAUNCH = '"$@" >"$0" 2>&1 </dev/null & echo $!'
# secrets in our environment are none of the server's business
_PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "LD_LIBRARY_PATH")


def start(command: list[str], home: Home) -> int:
    """Start the server in a session of its own and give its process id.

    It is no child of ours: it outlives us, no Ctrl-C of ours reaches it, and nobody has to wait for it.
    """
    launched = subprocess.run(  # noqa: S603
        ["/bin/sh", "-c", _LAUNCH, str(home.console_log), *command],
        cwd=home.path,
        env={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        start_new_session=True,
        umask=0o077,
        check=True,
    )
    return int(launched.stdout)


def find(home: Home) -> psutil.Process | None:
    """The process of this folder's server, whatever is remembered about it."""
    return next((process for process in psutil.process_iter() if _is_server(process, home)), None)


def is_server(pid: int, home: Home) -> bool:
    """Whether this process is this folder's server; a remembered id may by now belong to another process."""
    try:
        return _is_server(psutil.Process(pid), home)
    except psutil.NoSuchProcess:
        return False


def _is_server(process: psutil.Process, home: Home) -> bool:
    """Its command line tells: it names the folder."""
    try:
        if process.uids().effective != os.geteuid() or process.status() == psutil.STATUS_ZOMBIE:
            return False
        arguments = process.cmdline()
    except psutil.Error:
        return False
    return ENTRY_POINT in arguments and f"--home-dir={home.path}" in arguments


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
