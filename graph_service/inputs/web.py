"""Articles on the web: a page or document at a URL, or everything that a feed or sitemap points to."""

from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import suppress
from types import MappingProxyType, TracebackType
from typing import Self

from graph_service.errors import GraphServiceError
from graph_service.inputs.article import Failure
from graph_service.inputs.feed import Entry
from graph_service.inputs.fetch import Fetched, Fetcher, Validators
from graph_service.inputs.fetch.connections import Resolve, resolve
from graph_service.inputs.kinds import Kind, kind_of
from graph_service.inputs.listing import Listing, feed_listing, read_feed, read_sitemap, sitemap_listing
from graph_service.inputs.metadata import Metadata
from graph_service.inputs.place import Place, shown
from graph_service.inputs.reading import Document, Reader
from graph_service.models import Article
from graph_service.settings import Settings
from graph_service.workers import in_thread

_NO_COLUMNS: Mapping[str, str] = MappingProxyType({})

Found = AsyncIterator[Article | Failure]


class Web:
    """Reads from the web with these settings; as a context it ends its connections and its sandbox."""

    def __init__(
        self,
        settings: Settings,
        metadata: Metadata | None = None,
        columns: Mapping[str, str] = _NO_COLUMNS,
        look_up: Resolve = resolve,
    ) -> None:
        self._fetcher = Fetcher(settings, look_up)
        self._reader = Reader(settings, metadata, columns)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            await self._fetcher.__aexit__(kind, error, trace)
        finally:
            await in_thread(self._reader.__exit__, kind, error, trace)

    async def open(self, place: Place, known: Validators | None = None) -> Listing | Fetched:
        """What a URL holds: the list of a feed or sitemap, or else a document; ``known`` is of the last time.

        Raises:
            FetchRefused, FetchFailed: it cannot be fetched.
            BadArticle: it is not what it is said to be.
        """
        sandbox = self._reader.sandbox
        if place.kind is Kind.FEED:
            return await read_feed(place.url, self._fetcher, sandbox, known)
        if place.kind is Kind.SITEMAP:
            return await read_sitemap(place.url, self._fetcher, sandbox, known)
        found = await self._fetcher.get(place.url, known)
        if found.not_modified:
            return Listing(validators=known, not_modified=True)
        kind = kind_of("", found.content, found.media_type)
        if kind is Kind.FEED:
            return await feed_listing(found, sandbox)
        return await sitemap_listing(found, self._fetcher, sandbox) if kind is Kind.SITEMAP else found

    async def articles(self, entries: Iterable[Entry]) -> Found:
        """The articles that a listing points to, one after the other."""
        for entry in entries:
            try:
                found = await self._fetcher.get(entry.url)
            except GraphServiceError as error:
                yield Failure(shown(entry.url), error)
                continue
            async for each in self.document(found, entry.metadata):
                yield each

    async def document(self, found: Fetched, said: Metadata | None = None) -> Found:
        """The articles in what was fetched; ``said`` is what whoever points to it says."""
        hints = said or Metadata()
        with suppress(GraphServiceError):
            hints = hints._replace(url=Metadata.parse(url=found.url).url)
        reading = self._reader.content(
            found.content, Document(shown(found.url), found.media_type, found.charset, hints)
        )
        try:
            while each := await in_thread(next, reading, None):
                yield each
        finally:
            with suppress(ValueError):
                reading.close()

    async def read(self, place: Place) -> Found:
        """All articles at a URL, or that the feed or sitemap there points to; what cannot be had is named."""
        try:
            found = await self.open(place)
        except GraphServiceError as error:
            yield Failure(shown(place.url), error)
            return
        if isinstance(found, Fetched):
            async for each in self.document(found):
                yield each
            return
        for failure in found.failures:
            yield failure
        async for each in self.articles(found.entries):
            yield each
