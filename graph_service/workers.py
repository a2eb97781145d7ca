"""Work beside the event loop: in processes that can be killed, or in threads that nobody has to wait for."""

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future
from multiprocessing import get_context, parent_process
from typing import ParamSpec, TypeVar

from pebble import ProcessPool

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")


async def in_thread(work: Callable[Arguments, Answer], *arguments: Arguments.args, **named: Arguments.kwargs) -> Answer:
    """What blocking work answers, done in a thread of its own.

    Unlike ``asyncio.to_thread`` the end of the program does not wait for it: Ctrl-C must not hang on standard input.
    """
    answer: Future[Answer] = Future()

    def run() -> None:
        answer.set_running_or_notify_cancel()
        try:
            answer.set_result(work(*arguments, **named))
        except BaseException as error:
            answer.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    return await asyncio.wrap_future(answer)


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
