"""The same work on many items over several processes, answers in the order of the items."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from functools import partial
from typing import TypeVar

from graph_service.workers import process_pool

Item = TypeVar("Item")
Answer = TypeVar("Answer")

#: items read ahead for each process: enough to keep it busy, few enough to hold in memory
_AHEAD = 4


def outcomes(
    work: Callable[[Item], Answer], items: Iterable[Item], workers: int
) -> Iterator[tuple[Item, Answer | Exception]]:
    """Each item with its answer, or with the error it met; a process that dies costs only the item it was at.

    ``work`` and the items must be picklable when ``workers`` is more than 1; with 1 all is done in this process.
    """
    scheduled = _in_turn(work, items) if workers == 1 else _spread(work, items, workers)
    for item, answer in scheduled:
        try:
            yield item, answer()
        except Exception as error:  # a crash on one item must not end the run of the others
            yield item, error


def _in_turn(work: Callable[[Item], Answer], items: Iterable[Item]) -> Iterator[tuple[Item, Callable[[], Answer]]]:
    return ((item, partial(work, item)) for item in items)


def _spread(
    work: Callable[[Item], Answer], items: Iterable[Item], workers: int
) -> Iterator[tuple[Item, Callable[[], Answer]]]:
    waiting: deque[tuple[Item, Future[Answer]]] = deque()
    with process_pool(workers, _nothing_to_prepare) as pool:
        try:
            for item in items:
                waiting.append((item, pool.schedule(work, args=(item,))))
                if len(waiting) >= workers * _AHEAD:
                    oldest, future = waiting.popleft()
                    yield oldest, future.result
            yield from ((item, future.result) for item, future in waiting)
        finally:
            for _, future in waiting:
                future.cancel()


def _nothing_to_prepare() -> None:
    pass
