"""What is at paths and URLs, and what of it the graph has already."""

from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import AsyncExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from graph_service.errors import BadArticle, FetchFailed, GraphServiceError
from graph_service.ids import article_id, feed_id
from graph_service.inputs import Failure, Metadata, read
from graph_service.inputs.place import Place, is_url, shown
from graph_service.models import Article, IngestResult
from graph_service.settings import Settings
from graph_service.store import GraphStore
from graph_service.workers import in_thread

if TYPE_CHECKING:
    from graph_service.inputs.feed import Entry
    from graph_service.inputs.listing import Listing
    from graph_service.inputs.web import Web

Found = AsyncIterator[Article | Failure | IngestResult]


class Wishes(NamedTuple):
    """How things are read."""

    # goes over what the articles say of themselves
    metadata: Metadata | None = None
    # which column of a table holds which field
    columns: Mapping[str, str] = {}
    # what feeds list is fetched also where the graph has it
    again: bool = False


class Intake:
    """The articles at all paths and URLs, one after the other."""

    def __init__(self, store: GraphStore, settings: Settings, wishes: Wishes) -> None:
        self._store, self._settings, self._wishes = store, settings, wishes
        # feeds and sitemaps that were as they had been the last time
        self.unchanged_feeds = 0
        # those that were read to their end, without a failure on the way
        self._read: list[tuple[str, Listing]] = []

    async def all(self, paths: Iterable[str | Path | Place]) -> Found:
        """What is there, in order; of an article that the graph has already only that it is unchanged."""
        articles, shared = 0, self._wishes.metadata is not None and self._wishes.metadata.url is not None
        async with AsyncExitStack() as stack:
            web = None
            for path in paths:
                place = path if isinstance(path, Place) else Place(str(path)) if is_url(path) else None
                if place and web is None:
                    web = await stack.enter_async_context(self._web())
                async for found in self._at_url(web, place) if web and place else self._at_path(path):
                    articles += isinstance(found, Article)
                    yield _refuse_shared_url(found) if shared and articles > 1 else found

    async def remember_feeds(self) -> None:
        """Notes what is read, once it is in the graph."""
        for url, listing in self._read:
            if listing.validators and any(listing.validators):
                await self._store.remember_feed(feed_id(url), shown(url), *listing.validators)

    def _web(self) -> "Web":
        # what it needs is an extra
        from graph_service.inputs.web import Web  # noqa: PLC0415

        return Web(self._settings, self._wishes.metadata, self._wishes.columns)

    async def _at_path(self, path: str | Path | Place) -> Found:
        reading = read(str(path), self._settings, self._wishes.metadata, self._wishes.columns)
        try:
            while found := await in_thread(next, reading, None):
                yield found
        finally:
            # "already executing", where Ctrl-C came while a document was read
            with suppress(ValueError):
                reading.close()

    async def _at_url(self, web: "Web", place: Place) -> Found:
        from graph_service.inputs.fetch import Validators  # noqa: PLC0415
        from graph_service.inputs.listing import Listing  # noqa: PLC0415

        known = None if self._wishes.again else await self._store.feed(feed_id(place.url))
        try:
            found = await web.open(place, Validators(*known) if known else None)
        except GraphServiceError as error:
            yield Failure(shown(place.url), error)
            return
        reading = self._listed(web, place.url, found) if isinstance(found, Listing) else web.document(found)
        async for each in reading:
            yield each

    async def _listed(self, web: "Web", url: str, listing: "Listing") -> Found:
        self.unchanged_feeds += listing.not_modified
        whole = not listing.failures and not listing.not_modified
        for failure in listing.failures:
            yield failure
        there, new = await self._sorted(listing.entries)
        for article in there:
            yield IngestResult(article=article, outcome="unchanged")
        async for each in web.articles(new):
            whole = whole and not (isinstance(each, Failure) and isinstance(each.error, FetchFailed))
            yield each
        if whole:
            self._read.append((url, listing))

    async def _sorted(self, entries: "tuple[Entry, ...]") -> "tuple[list[str], list[Entry]]":
        """The ids of the articles that are in the graph, and the entries of the others."""
        ids = {entry: article_id(entry.canonical_url, "") for entry in entries if entry.canonical_url}
        there = {} if self._wishes.again else await self._store.known_articles(ids.values())
        return list(there), [entry for entry in entries if ids.get(entry) not in there]


def _refuse_shared_url(found: Article | Failure | IngestResult) -> Failure | IngestResult:
    if not isinstance(found, Article):
        return found
    return Failure(
        name_of(found), BadArticle("One URL cannot be that of several articles.", advice="Give one article.")
    )


def name_of(article: Article) -> str:
    """What to call an article in messages."""
    return article.title or article.url or article.id
