"""The text and metadata of a web page, taken in a process that is killed when it takes too long or too much."""

import re
from concurrent.futures import TimeoutError as NoAnswer
from contextlib import suppress
from types import TracebackType
from typing import NamedTuple, Self

import psutil
from pebble import ProcessExpired, ProcessPool

from graph_service.errors import BadArticle, NothingToRead
from graph_service.inputs.metadata import Metadata
from graph_service.inputs.text import decode
from graph_service.settings import Settings
from graph_service.workers import process_pool

_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]{2,30})""", re.IGNORECASE)
_HEAD = 4_096
_MEGABYTE = 1024 * 1024


class Page(NamedTuple):
    """What a web page says: its article's text, and what it says about itself, as written."""

    text: str
    title: str | None
    outlet: str | None
    date: str | None
    url: str | None


class Pages:
    """Reads web pages in one other process, started at the first page and ended with the context."""

    def __init__(self, settings: Settings) -> None:
        self._seconds = settings.html_seconds
        self._memory_mb = settings.html_memory_mb
        self._pool: ProcessPool | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()

    def read(self, data: bytes) -> Page:
        """The article on a page, within ``settings.html_seconds`` and ``settings.html_memory_mb``.

        Raises:
            NothingToRead: the page holds no article.
            BadArticle: the page is not text, or took too long or too much memory.
        """
        html = decode(data, declared_encoding(data))
        if self._pool is None:
            self._pool = process_pool(1, limit_memory, self._memory_mb)
        future = self._pool.schedule(extract_page, args=(html,))
        try:
            page: Page | None = future.result(timeout=self._seconds)
        except NoAnswer:
            # pebble kills the process of a task that is cancelled
            future.cancel()  # type: ignore[no-untyped-call]
            raise BadArticle(f"Getting the text out of the page took over {self._seconds:g} s.") from None
        except (ProcessExpired, MemoryError):
            raise BadArticle(f"Getting the text out of the page took over {self._memory_mb} MB.") from None
        except RecursionError:
            raise BadArticle("The page is nested too deeply.") from None
        if page is None:
            raise NothingToRead("The page holds no article text.")
        return page


def declared_encoding(data: bytes) -> str | None:
    """The encoding a page says it is in."""
    found = _DECLARED.search(data[:_HEAD])
    return found[1].decode("ascii") if found else None


def page_metadata(page: Page) -> Metadata:
    """What a page says about itself; a date or an address that is none is left aside."""
    known = Metadata.parse(page.title, page.outlet)
    with suppress(BadArticle):
        known = known.over(Metadata.parse(published=page.date))
    with suppress(BadArticle):
        known = known.over(Metadata.parse(url=page.url))
    return known


def limit_memory(megabytes: int) -> None:
    """Lets this process take so much address space more, where the system can say so."""
    process = psutil.Process()
    with suppress(AttributeError, ValueError, OSError):
        limit = process.memory_info().vms + megabytes * _MEGABYTE
        process.rlimit(psutil.RLIMIT_AS, (limit, limit))


def extract_page(html: str) -> Page | None:
    """The article on a page, by trafilatura; only dates that the page states, none guessed from its words."""
    # only the worker needs it, and it takes half a second to load
    from trafilatura import bare_extraction  # noqa: PLC0415
    from trafilatura.settings import Document  # noqa: PLC0415

    document = bare_extraction(
        html,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if not isinstance(document, Document) or not document.text:
        return None
    return Page(document.text, document.title, document.sitename, document.date, document.url)
