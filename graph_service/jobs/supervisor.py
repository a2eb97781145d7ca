"""Keeps a number of worker processes alive."""

import logging
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

log = logging.getLogger(__name__)

_COMMAND = (sys.executable, "-P", "-m", "graph_service.cli.main", "worker", "--supervised")
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0
#: a worker that lived so long ended for a reason of its own
_LONG_LIFE = 60.0
#: for a worker to give back what it is at
_STOP_SECONDS = 10.0


class Supervisor:
    """Starts ``count`` workers as a context, and starts one that died again, later each time; ends them all."""

    def __init__(self, count: int) -> None:
        self._stopping = threading.Event()
        self._threads = [threading.Thread(target=self._keep, daemon=True) for _ in range(count)]
        self._lock = threading.Lock()
        self._processes: set[subprocess.Popen[bytes]] = set()

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopping.set()
        self._all(_tell)
        deadline = time.monotonic() + _STOP_SECONDS
        for thread in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        self._all(subprocess.Popen.kill)
        for thread in self._threads:
            thread.join()

    def _all(self, do: Callable[["subprocess.Popen[bytes]"], None]) -> None:
        with self._lock:
            for process in self._processes:
                do(process)

    def _keep(self) -> None:
        pause = _FIRST_PAUSE
        while not self._stopping.is_set():
            started = time.monotonic()
            code = self._run()
            if self._stopping.is_set():
                return
            pause = _FIRST_PAUSE if time.monotonic() - started > _LONG_LIFE else pause
            log.warning("A worker ended with %s; another one starts in %.1f s.", code, pause)
            self._stopping.wait(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    def _run(self) -> int:
        with self._lock:
            if self._stopping.is_set():
                return 0
            # in a group of its own: Ctrl-C is for the supervisor alone, which tells its workers
            process = subprocess.Popen(_COMMAND, stdin=subprocess.PIPE, process_group=0)  # noqa: S603  (this program)
            self._processes.add(process)
        try:
            return process.wait()
        finally:
            with self._lock:
                self._processes.discard(process)


def _tell(process: "subprocess.Popen[bytes]") -> None:
    # the end of its standard input is the sign to end
    if process.stdin:
        process.stdin.close()
