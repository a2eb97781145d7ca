"""Worker processes that can be killed, and that never outlive the process that started them."""

import os
import signal
import threading
from collections.abc import Callable
from multiprocessing import get_context, parent_process

from pebble import ProcessPool


def process_pool(workers: int, initializer: Callable[..., None], *arguments: object) -> ProcessPool:
    """A pool of spawned processes; each calls ``initializer(*arguments)`` before its first task.

    Spawned, not forked: the parent has threads and an open database driver. A worker that dies takes its own task
    with it and no other.
    """
    return ProcessPool(
        max_workers=workers, initializer=_begin, initargs=(initializer, arguments), context=get_context("spawn")
    )


def _begin(initializer: Callable[..., None], arguments: tuple[object, ...]) -> None:
    # Ctrl-C goes to the whole process group; the parent decides what becomes of its workers
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    initializer(*arguments)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
