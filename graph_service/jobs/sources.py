"""What a job may be made of, as somebody outside names it; what is wrong with it is said at once."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import PurePath
from typing import NamedTuple

from graph_service.errors import SourceRefused
from graph_service.inputs import Metadata
from graph_service.inputs.metadata import canonical_url
from graph_service.jobs.folders import allowed_path
from graph_service.settings import Settings
from graph_service.store.jobs import NewItem

_LONGEST_NAME = 200


class SourceKind(StrEnum):
    """What a source is, and with that how it is read."""

    # the text of one article
    TEXT = "text"
    # the address of an article
    URL = "url"
    # the address of an RSS or Atom feed: its articles
    FEED = "feed"
    # the address of a sitemap: the pages it lists
    SITEMAP = "sitemap"
    # articles as JSON lines, as rows of a CSV, in a web archive
    JSONL = "jsonl"
    CSV = "csv"
    WARC = "warc"
    # a folder of documents
    FOLDER = "folder"
    # one document, of the kind its name and its first bytes say
    FILE = "file"


#: what workers fetch from the web
FETCHED = frozenset({SourceKind.URL, SourceKind.FEED, SourceKind.SITEMAP})
#: which of ``text``, ``url`` and ``path`` a kind of source may be given by
_GIVEN_BY = {
    SourceKind.TEXT: ("text",),
    SourceKind.FOLDER: ("path",),
    SourceKind.WARC: ("path",),
    **dict.fromkeys(FETCHED, ("url",)),
}
_GIVEN_OTHERWISE = ("path", "text")


class Source(NamedTuple):
    """A source as it was named: by its text, its address, or its path on the machine of the workers."""

    kind: SourceKind
    text: str | None = None
    url: str | None = None
    path: str | None = None
    # of a text
    title: str | None = None
    outlet: str | None = None
    published_at: str | None = None


def items_of(sources: Iterable[Source], metadata: Mapping[str, str], settings: Settings) -> list[NewItem]:
    """The items of a job with these sources; ``metadata`` (outlet, published_at) is that of all.

    Raises:
        SourceRefused: a source is not complete, or its path may not be read.
        BadArticle: a date or a URL is not one.
    """
    items = [_item(source, metadata, settings) for source in sources]
    if not items:
        raise SourceRefused("A job needs a source.", advice='Give at least one, like {"kind": "text", "text": "…"}.')
    return items


def uploaded(name: str, content: bytes, metadata: Mapping[str, str], settings: Settings) -> NewItem:
    """The item of an uploaded file.

    Raises:
        SourceRefused: it is larger than ``settings.max_input_bytes``.
        BadArticle: a date is not one.
    """
    shown = PurePath(name.replace("\\", "/")).name[:_LONGEST_NAME] or "file"
    _check_size(content, settings)
    return NewItem(SourceKind.FILE, shown, content, _checked(metadata))


def _item(source: Source, metadata: Mapping[str, str], settings: Settings) -> NewItem:
    own = {"title": source.title, "outlet": source.outlet, "published_at": source.published_at}
    given = _checked({**metadata, **{name: value for name, value in own.items() if value}})
    _check_form(source)
    if source.kind is SourceKind.TEXT:
        text = source.text or ""
        known = given | ({"url": source.url} if source.url else {})
        return NewItem(source.kind, _first_line(text), text.encode("utf-8", "replace"), _checked(known))
    if source.kind in FETCHED:
        # as it was given: a canonical address has lost what some servers need
        canonical_url(source.url or "")
        return NewItem(source.kind, source.url or "", metadata=given)
    if source.path is not None:
        return NewItem(source.kind, str(allowed_path(source.path, settings)), metadata=given)
    content = (source.text or "").encode("utf-8", "replace")
    _check_size(content, settings)
    return NewItem(source.kind, f"articles.{source.kind}", content, given)


def _check_form(source: Source) -> None:
    allowed = _GIVEN_BY.get(source.kind, _GIVEN_OTHERWISE)
    given = [name for name in ("text", "url", "path") if getattr(source, name) is not None]
    # a text may have a URL that is only where it was published
    if source.kind is SourceKind.TEXT and "url" in given:
        given.remove("url")
    if len(given) != 1 or given[0] not in allowed:
        wanted = " or ".join(allowed)
        raise SourceRefused(f"A source of kind {source.kind} is given by {wanted}, and by nothing else.")


def _checked(metadata: Mapping[str, str]) -> dict[str, str]:
    Metadata.parse(metadata.get("title"), metadata.get("outlet"), metadata.get("published_at"), metadata.get("url"))
    return dict(metadata)


def _check_size(content: bytes, settings: Settings) -> None:
    limit = settings.max_input_bytes
    if len(content) > limit:
        raise SourceRefused(f"It has over {limit:,} bytes.", advice="Split it, or raise GRAPH_SERVICE_MAX_INPUT_BYTES.")


def _first_line(text: str) -> str:
    return (text.strip().partition("\n")[0] or "text")[:_LONGEST_NAME]
