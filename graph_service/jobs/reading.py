"""What an item of a job holds: one article, or several things that become items of their own."""

from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing, suppress

from graph_service.errors import BadArticle, GraphServiceError
from graph_service.ids import article_id
from graph_service.inputs import Failure, Metadata, make_article, read, read_bytes
from graph_service.inputs.folder import documents
from graph_service.inputs.metadata import canonical_url
from graph_service.jobs.folders import allowed_path
from graph_service.jobs.sources import FETCHED, SourceKind
from graph_service.models import Article
from graph_service.settings import Settings
from graph_service.store.jobs import NewItem
from graph_service.store.leases import Claim
from graph_service.workers import in_thread

Found = Article | Failure | NewItem
#: what a document is, where that was said
_MEDIA_TYPES = {SourceKind.JSONL: "application/jsonl", SourceKind.CSV: "text/csv"}


async def found_in(claim: Claim, settings: Settings) -> AsyncGenerator[Found, None]:
    """What an item holds, one after another; blocking work is done beside the event loop.

    Raises:
        GraphServiceError: it cannot be read at all.
    """
    reading = _on_the_web(claim, settings) if claim.kind in FETCHED else _here(claim, settings)
    async with aclosing(reading):
        async for each in reading:
            yield each


async def _here(claim: Claim, settings: Settings) -> AsyncGenerator[Found, None]:
    found = _READERS[claim.kind](claim, settings)
    try:
        while (each := await in_thread(next, found, None)) is not None:
            yield each
    finally:
        # "already executing", where it is given up while a document is read
        with suppress(ValueError):
            found.close()  # type: ignore[attr-defined]


async def _on_the_web(claim: Claim, settings: Settings) -> AsyncGenerator[Found, None]:
    # an extra: its absence is the item's failure, with the name of the extra
    from graph_service.inputs.fetch import Fetched  # noqa: PLC0415
    from graph_service.inputs.kinds import Kind  # noqa: PLC0415
    from graph_service.inputs.place import Place  # noqa: PLC0415
    from graph_service.inputs.web import Web  # noqa: PLC0415

    place = Place(claim.source, None if claim.kind == SourceKind.URL else Kind(claim.kind))
    async with Web(settings, _given(claim)) as web:
        found = await web.open(place)
        if isinstance(found, Fetched):
            async for article in web.document(found, _hints(claim)):
                yield article
            return
        for failure in found.failures:
            yield failure
        for entry in found.entries:
            said = {"said_title": entry.title or "", "said_published_at": str(entry.published or "")}
            yield NewItem(SourceKind.URL, entry.url, metadata={**claim.metadata, **said})


def listed_article(claim: Claim) -> str | None:
    """The id of the article that a feed or a sitemap led to; none where the item was given by itself."""
    if "said_title" not in claim.metadata:
        return None
    with suppress(BadArticle):
        return article_id(canonical_url(claim.source), "")
    return None


def _article(claim: Claim, settings: Settings) -> Iterator[Found]:
    yield Article.model_validate_json(claim.payload or b"")


def _text(claim: Claim, settings: Settings) -> Iterator[Found]:
    yield make_article((claim.payload or b"").decode(), _given(claim), settings)


def _document(claim: Claim, settings: Settings) -> Iterator[Found]:
    if claim.payload is None:
        path = allowed_path(claim.source, settings)
        # a folder has links that are looked at one by one
        return _folder(claim, settings) if path.is_dir() else read(path, settings, _given(claim))
    said = _MEDIA_TYPES.get(SourceKind(claim.kind), "")
    return read_bytes(claim.payload, claim.source, said, settings, _given(claim))


def _folder(claim: Claim, settings: Settings) -> Iterator[Found]:
    for document in documents(allowed_path(claim.source, settings)):
        try:
            # a link may lead out of the folder
            yield NewItem(SourceKind.FILE, str(allowed_path(document, settings)), metadata=claim.metadata)
        except GraphServiceError as error:
            yield Failure(str(document), error)


def _given(claim: Claim) -> Metadata:
    """What who made the job says; it goes over what the article says of itself."""
    given = claim.metadata
    return Metadata.parse(given.get("title"), given.get("outlet"), given.get("published_at"), given.get("url"))


def _hints(claim: Claim) -> Metadata:
    """What the feed said that led here; what the article says of itself goes over it."""
    with suppress(BadArticle):
        return Metadata.parse(claim.metadata.get("said_title"), None, claim.metadata.get("said_published_at"))
    return Metadata()


_READERS: dict[str, Callable[[Claim, Settings], Iterator[Found]]] = {
    "article": _article,
    SourceKind.TEXT: _text,
    SourceKind.FOLDER: _folder,
    **dict.fromkeys((SourceKind.FILE, SourceKind.JSONL, SourceKind.CSV, SourceKind.WARC), _document),
}
