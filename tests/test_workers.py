"""Work beside the event loop ends when it should."""

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import Future
from pathlib import Path

import psutil
import pytest
from pebble import ProcessExpired

from graph_service.workers import in_thread, process_pool

_PARENT = """
import os, sys, time
from graph_service.workers import process_pool

if __name__ == "__main__":
    pool = process_pool(1, os.getpid)
    sys.stdout.write(f"{pool.schedule(os.getpid).result()}\\n")
    sys.stdout.flush()
    pool.schedule(time.sleep, args=(60,)).result()
"""


@pytest.mark.anyio
async def test_a_thread_gives_the_answer_or_the_error() -> None:
    assert await in_thread(max, 1, 2) == 2
    with pytest.raises(ZeroDivisionError):
        await in_thread(divmod, 1, 0)


def test_nobody_waits_for_a_thread() -> None:
    stop = threading.Event()

    async def give_up() -> None:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(in_thread(stop.wait, 60), 0.1)

    started = time.monotonic()
    asyncio.run(give_up())
    assert time.monotonic() - started < 5
    stop.set()


def test_a_worker_that_dies_takes_only_its_own_task() -> None:
    pool = process_pool(1, os.getpid)
    worker: Future[int] = pool.schedule(os.getpid)
    process = worker.result(60)
    dying: Future[None] = pool.schedule(time.sleep, args=(60,))
    # the pool knows of a task a moment after its worker does
    while not dying.running():
        time.sleep(0.01)
    os.kill(process, signal.SIGKILL)
    next_one: Future[int] = pool.schedule(abs, args=(-1,))
    with pytest.raises(ProcessExpired):
        dying.result(60)
    assert next_one.result(60) == 1
    pool.stop()
    pool.join()


def test_workers_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(_PARENT)
    parent = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True)
    assert parent.stdout
    worker = psutil.Process(int(parent.stdout.readline()))
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    worker.wait(timeout=10)
    assert not worker.is_running()
