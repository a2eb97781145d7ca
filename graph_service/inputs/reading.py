"""Reads whatever a path holds, one article at a time; a bad one is named and the rest goes on."""

import os
import sys
from collections.abc import Callable, Generator
from functools import partial
from io import BufferedReader, FileIO
from pathlib import Path

from graph_service.errors import ArticleTooLarge, BadArticle, GraphServiceError
from graph_service.inputs.article import Failure, make_article
from graph_service.inputs.folder import Kind, documents, kind_of
from graph_service.inputs.html import Pages, page_metadata
from graph_service.inputs.jsonl import Record, read_lines
from graph_service.inputs.metadata import Metadata
from graph_service.inputs.text import decode, normalise, split_front_matter
from graph_service.models import Article
from graph_service.settings import Settings

#: the path that means standard input
STDIN = "-"
_PEEK = 1_024

Reading = Generator[Article | Failure, None, None]


def read(where: str | Path, settings: Settings, metadata: Metadata | None = None) -> Reading:
    """The articles at a path: a text, HTML or JSON lines file, a folder of such, or ``-`` for standard input.

    Lazy: an article is read when it is asked for. What ``metadata`` says goes over what an article says of itself.
    """
    with Pages(settings) as pages:
        reader = _Reader(settings, metadata or Metadata(), pages)
        if str(where) == STDIN:
            yield from reader.stream(BufferedReader(FileIO(sys.stdin.fileno(), closefd=False)), "standard input", None)
        else:
            yield from reader.path(Path(where))


class _Reader:
    def __init__(self, settings: Settings, given: Metadata, pages: Pages) -> None:
        self._settings = settings
        self._given = given
        self._pages = pages

    def path(self, path: Path) -> Reading:
        try:
            for document in documents(path):
                yield from self._file(document)
        except GraphServiceError as error:
            yield Failure(str(path), error)

    def _file(self, path: Path) -> Reading:
        try:
            with path.open("rb") as handle:
                yield from self.stream(handle, str(path), path)
        except OSError as error:
            yield Failure(str(path), _unreadable(error))

    def stream(self, handle: BufferedReader, name: str, path: Path | None) -> Reading:
        kind = kind_of(path, handle.peek(_PEEK))
        if kind is Kind.JSONL:
            yield from self._lines(handle, name)
        else:
            yield self._kept(name, partial(self._document, handle, kind))

    def _lines(self, handle: BufferedReader, name: str) -> Reading:
        for number, record in read_lines(handle, self._settings.max_input_bytes):
            where = f"{name}, line {number}"
            if isinstance(record, GraphServiceError):
                yield Failure(where, record)
            else:
                label = f"{where} ({record.id})" if record.id else where
                yield self._kept(label, partial(self._record, record))

    def _kept(self, where: str, make: Callable[[], Article]) -> Article | Failure:
        try:
            return make()
        except GraphServiceError as error:
            return Failure(where, error)
        except OSError as error:
            return Failure(where, _unreadable(error))

    def _document(self, handle: BufferedReader, kind: Kind) -> Article:
        data = _bounded(handle, self._settings.max_input_bytes)
        return self._page(data, Metadata()) if kind is Kind.HTML else self._text(data)

    def _record(self, record: Record) -> Article:
        if record.html is not None:
            return self._page(record.html.encode(), record.metadata)
        return make_article(record.text or "", self._given.over(record.metadata), self._settings)

    def _text(self, data: bytes) -> Article:
        text, metadata = split_front_matter(normalise(decode(data)))
        return make_article(text, self._given.over(metadata), self._settings)

    def _page(self, data: bytes, metadata: Metadata) -> Article:
        page = self._pages.read(data)
        return make_article(page.text, self._given.over(metadata).over(page_metadata(page)), self._settings)


def _bounded(handle: BufferedReader, limit: int) -> bytes:
    size = os.fstat(handle.fileno()).st_size
    data = b"" if size > limit else handle.read(limit + 1)
    if max(size, len(data)) > limit:
        raise ArticleTooLarge(
            f"It has over {limit:,} bytes.", advice="Split it, or raise GRAPH_SERVICE_MAX_INPUT_BYTES."
        )
    return data


def _unreadable(error: OSError) -> BadArticle:
    return BadArticle(f"It cannot be read: {error.strerror or error}.")
