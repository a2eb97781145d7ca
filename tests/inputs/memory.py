"""How much more memory this process takes at most while something goes on."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import psutil

MEGABYTE = 1024 * 1024


class Peak:
    """The most megabytes above the beginning."""

    megabytes = 0.0


@contextmanager
def peak_memory() -> Iterator[Peak]:
    """Watches this process, several hundred times a second."""
    process, peak, over = psutil.Process(), Peak(), threading.Event()
    began = process.memory_info().rss

    def watch() -> None:
        while not over.wait(0.002):
            peak.megabytes = max(peak.megabytes, (process.memory_info().rss - began) / MEGABYTE)

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield peak
    finally:
        over.set()
        thread.join()
