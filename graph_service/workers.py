"""Work beside the event loop: in processes that can be killed, or in threads that nobody has to wait for."""

import asyncio
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from typing import Any, ParamSpec, TypeVar

import psutil
from pebble import ProcessPool

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")
_MEGABYTE = 1024 * 1024
#: how long a process may take to start, on a machine that is busy
START_SECONDS = 60.0


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


class WorkerDied(Exception):
    """A process ended before its work did."""


def streamed(
    work: Callable[..., Iterator[Answer]], arguments: tuple[object, ...], seconds: float, first: tuple[object, ...]
) -> Iterator[Answer]:
    """What ``work(*arguments)`` yields in a spawned process of its own, which does not run ahead of its reader.

    ``first`` is a function with its arguments that the process calls before. The process is killed with the iterator.

    Raises:
        TimeoutError: the next item took over so many seconds.
        WorkerDied: the process ended without a word.
        Exception: what the work raised.
    """
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send_all, args=(sender, work, arguments, first), daemon=True)
    process.start()
    sender.close()
    try:
        _received(receiver, START_SECONDS)
        while True:
            item, error = _received(receiver, seconds)
            if isinstance(error, Exception):
                raise error
            if error == _END:
                return
            yield item
    finally:
        process.kill()
        process.join()
        receiver.close()


def _received(receiver: Connection, seconds: float) -> tuple[Any, object]:
    if not receiver.poll(seconds):
        raise TimeoutError
    try:
        item, error = receiver.recv()
    except EOFError:
        raise WorkerDied from None
    return item, error


#: what stands beside an item: nothing, an error, or that there are no more
_END = "end"


def _send_all(
    sender: Connection,
    work: Callable[..., Iterator[object]],
    arguments: tuple[object, ...],
    first: tuple[Callable[..., None], object],
) -> None:
    _begin(first[0], first[1:])
    sender.send((None, None))
    try:
        for item in work(*arguments):
            sender.send((item, None))
        sender.send((None, _END))
    except Exception as error:
        sender.send((None, error))


def limit_memory(megabytes: int) -> None:
    """Lets this process take so much address space more, where the system can say so."""
    process = psutil.Process()
    with suppress(AttributeError, ValueError, OSError):
        limit = process.memory_info().vms + megabytes * _MEGABYTE
        process.rlimit(psutil.RLIMIT_AS, (limit, limit))


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
