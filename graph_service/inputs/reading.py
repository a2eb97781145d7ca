"""Reads whatever a path holds, one article at a time; a bad one is named and the rest goes on."""

import os
import sys
from collections.abc import Callable, Generator, Iterator, Mapping
from functools import partial
from io import BufferedReader, BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from types import MappingProxyType, TracebackType
from typing import IO, NamedTuple, Self

from graph_service.errors import ArticleTooLarge, BadArticle, GraphServiceError, NothingToRead
from graph_service.inputs.archive import pages
from graph_service.inputs.article import Failure, make_article
from graph_service.inputs.folder import documents
from graph_service.inputs.html import page_metadata, read_page
from graph_service.inputs.jsonl import Line, Record, read_lines
from graph_service.inputs.kinds import Kind, kind_of
from graph_service.inputs.mail import parse_mail
from graph_service.inputs.metadata import Metadata
from graph_service.inputs.pdf import extract_pdf
from graph_service.inputs.sandbox import Sandbox
from graph_service.inputs.table import read_table
from graph_service.inputs.text import decode, normalise, refuse_magic, split_front_matter
from graph_service.models import Article
from graph_service.settings import Settings

#: the path that means standard input
STDIN = "-"
_PEEK = 1_024
#: at most, in UTF-8
_BYTES_A_CHARACTER = 4
_FRONT_MATTER = 20_000
_NO_COLUMNS: Mapping[str, str] = MappingProxyType({})

Reading = Generator[Article | Failure, None, None]


class Document(NamedTuple):
    """Something that holds one article or many, and what is known of it from outside."""

    # in messages; its end may tell the kind
    name: str
    # as a server calls it
    media_type: str = ""
    charset: str | None = None
    # what those say who point to it; its URL is where it was found
    hints: Metadata = Metadata()
    # where it is a file
    path: Path | None = None


def read(
    where: str | Path,
    settings: Settings,
    metadata: Metadata | None = None,
    columns: Mapping[str, str] = _NO_COLUMNS,
) -> Reading:
    """The articles at a path: a file of any kind, a folder of such, or ``-`` for standard input.

    Lazy: an article is read when it is asked for. What ``metadata`` says goes over what an article says of itself.
    ``columns`` says which column of a table holds which field.
    """
    with Reader(settings, metadata, columns) as reader:
        if str(where) == STDIN:
            stdin = os.fdopen(sys.stdin.fileno(), "rb", closefd=False)
            yield from reader.stream(stdin, Document("standard input"))
        else:
            yield from reader.path(Path(where))


def read_bytes(  # noqa: PLR0913  (what, how)
    content: bytes,
    name: str,
    media_type: str,
    settings: Settings,
    metadata: Metadata | None = None,
    *,
    columns: Mapping[str, str] = _NO_COLUMNS,
    charset: str | None = None,
    found_at: str | None = None,
) -> Reading:
    """The articles in a document that is at hand: of the kind that its bytes are, or else its name or media type says.

    ``found_at`` is the URL it was fetched from, ``charset`` what the server said of it.
    """
    with Reader(settings, metadata, columns) as reader:
        yield from reader.content(content, Document(name, media_type, charset, _hints(found_at)))


class Reader:
    """Reads documents, hostile ones in one sandbox; as a context it ends that."""

    def __init__(
        self, settings: Settings, metadata: Metadata | None = None, columns: Mapping[str, str] = _NO_COLUMNS
    ) -> None:
        self._settings = settings
        self._given = metadata or Metadata()
        self._columns = columns
        self.sandbox = Sandbox(settings)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.sandbox.__exit__(kind, error, trace)

    def path(self, path: Path) -> Reading:
        """The articles in a file or folder."""
        try:
            for document in documents(path):
                yield from self._file(document)
        except GraphServiceError as error:
            yield Failure(str(path), error)

    def _file(self, path: Path) -> Reading:
        try:
            with path.open("rb") as handle:
                yield from self.stream(handle, Document(str(path), path=path))
        except OSError as error:
            yield Failure(str(path), _unreadable(error))

    def content(self, content: bytes, document: Document) -> Reading:
        """The articles in a document that is at hand."""
        yield from self.stream(BufferedReader(BytesIO(content)), document)

    def stream(self, handle: BufferedReader, document: Document) -> Reading:
        """The articles in a document that is open."""
        kind = kind_of(document.name, handle.peek(_PEEK), document.media_type)
        most = self._settings.max_input_bytes
        if kind is Kind.JSONL:
            yield from self._lines(read_lines(handle, most, self.sandbox), document)
        elif kind is Kind.CSV:
            yield from self._lines(read_table(handle, most, self._columns), document)
        elif kind is Kind.WARC:
            yield from self._archive(handle, document)
        else:
            yield self._kept(document.name, partial(self._one, handle, kind, document))

    def _lines(self, lines: Iterator[Line], document: Document) -> Reading:
        for number, record in lines:
            where = f"{document.name}, line {number}"
            if isinstance(record, GraphServiceError):
                yield Failure(where, record)
            else:
                label = f"{where} ({record.id})" if record.id else where
                yield self._kept(label, partial(self._record, record))

    def _archive(self, handle: BufferedReader, document: Document) -> Reading:
        if document.path:
            yield from self._archived(document.path, document)
            return
        try:
            data = _bounded(handle, self._settings.max_input_bytes)
        except GraphServiceError as error:
            yield Failure(document.name, error)
            return
        with NamedTemporaryFile() as file:
            file.write(data)
            file.flush()
            yield from self._archived(Path(file.name), document)

    def _archived(self, where: Path, document: Document) -> Reading:
        most, all_together = self._settings.max_input_bytes, self._settings.max_archive_bytes
        try:
            for each in self.sandbox.stream("Reading the archive", pages, where, most, all_together):
                if each:
                    at = Document(f"{document.name}, {each.url}", charset=each.charset, hints=_hints(each.url))
                    yield self._kept(at.name, partial(self._page, each.page, at))
        except GraphServiceError as error:
            yield Failure(document.name, error)

    def _kept(self, where: str, make: Callable[[], Article]) -> Article | Failure:
        try:
            return make()
        except GraphServiceError as error:
            return Failure(where, error)
        except OSError as error:
            return Failure(where, _unreadable(error))

    def _one(self, handle: BufferedReader, kind: Kind, document: Document) -> Article:
        data = _bounded(handle, self._settings.max_input_bytes)
        if kind is Kind.HTML:
            return self._page(data, document)
        if kind is Kind.EML:
            return self._mail(data, document)
        if kind is Kind.PDF:
            longest = self._settings.max_article_characters
            text = self.sandbox.call("Getting the text out of the PDF", extract_pdf, data, longest)
            return self._article(text, document.hints)
        if kind in {Kind.FEED, Kind.SITEMAP}:
            raise NothingToRead(
                f"It is a {kind}, not an article.", advice="Give its address: `graph-service ingest URL`."
            )
        return self._text(data, document)

    def _record(self, record: Record) -> Article:
        if record.html is not None:
            page = read_page(record.html.encode(), self.sandbox)
            return self._article(page.text, record.metadata.over(page_metadata(page)))
        return self._article(record.text or "", record.metadata)

    def _mail(self, data: bytes, document: Document) -> Article:
        mail = self.sandbox.call("Reading the e-mail", parse_mail, data)
        return self._article(mail.text, mail.metadata.over(document.hints))

    def _text(self, data: bytes, document: Document) -> Article:
        refuse_magic(data)
        if len(data) > _BYTES_A_CHARACTER * self._settings.max_article_characters + _FRONT_MATTER:
            raise ArticleTooLarge(
                f"It has {len(data):,} bytes; at most {self._settings.max_article_characters:,} characters are taken.",
                advice="Split it, or raise GRAPH_SERVICE_MAX_ARTICLE_CHARACTERS.",
            )
        text, metadata = split_front_matter(normalise(decode(data, document.charset)))
        return self._article(text, metadata.over(document.hints))

    def _page(self, data: bytes | BadArticle, document: Document) -> Article:
        if isinstance(data, BadArticle):
            raise data
        page = read_page(data, self.sandbox, document.charset)
        return self._article(page.text, page_metadata(page, document.hints.url).over(document.hints))

    def _article(self, text: str, metadata: Metadata) -> Article:
        return make_article(text, self._given.over(metadata), self._settings)


def _hints(url: str | None) -> Metadata:
    try:
        return Metadata.parse(url=url)
    except BadArticle:
        return Metadata()


def _bounded(handle: IO[bytes], limit: int) -> bytes:
    size = _size(handle)
    data = b"" if size > limit else handle.read(limit + 1)
    if max(size, len(data)) > limit:
        raise ArticleTooLarge(
            f"It has over {limit:,} bytes.", advice="Split it, or raise GRAPH_SERVICE_MAX_INPUT_BYTES."
        )
    return data


def _size(handle: IO[bytes]) -> int:
    try:
        return os.fstat(handle.fileno()).st_size
    except OSError:
        # at hand, not a file
        return 0


def _unreadable(error: OSError) -> BadArticle:
    return BadArticle(f"It cannot be read: {error.strerror or error}.")
