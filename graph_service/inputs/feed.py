"""What a feed (RSS, Atom) or a sitemap points to."""

import pyexpat
from collections.abc import Iterator
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import NamedTuple
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, ParseError

from graph_service.errors import BadArticle, ExtraMissing
from graph_service.inputs.extras import extra
from graph_service.inputs.fetch.decoding import gunzip
from graph_service.inputs.metadata import Metadata, canonical_url

#: a feed has some tens; of a longer one the first are read
MOST_ENTRIES = 1_000
#: sitemaps.org allows five times as many; of a longer one the first are read
MOST_PLACES = 10_000
_LONGEST_URL = 2_000
_LONGEST_TITLE = 500
_MOST_SITEMAP_BYTES = 50_000_000
_GZIP = b"\x1f\x8b"
#: the first that stops what a small document blows up to
_SAFE_EXPAT = (2, 4, 1)


class Entry(NamedTuple):
    """An article that a feed or sitemap points to, and what it says about it."""

    url: str
    title: str | None = None
    published: date | None = None

    @property
    def canonical_url(self) -> str | None:
        """The article's address as it is in the graph, unless the page redirects or says another."""
        try:
            return canonical_url(self.url)
        except BadArticle:
            return None

    @property
    def metadata(self) -> Metadata:
        """What the feed says, without the address: that of the article is where it was found."""
        return Metadata(title=self.title, published_at=self.published)


class Sitemap(NamedTuple):
    """What a sitemap lists: pages, or other sitemaps."""

    entries: tuple[Entry, ...]
    nested: tuple[str, ...]


def parse_feed(data: bytes, url: str) -> list[Entry]:
    """The entries of a feed, in its order, each address once.

    Raises:
        BadArticle: it is no feed.
    """
    _check_expat()
    with extra("inputs"):
        import feedparser  # noqa: PLC0415  (only the sandbox needs it)

    # as a stream: bytes and strings it would take for a file's name or an address
    feed = feedparser.parse(BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
    if not feed.get("version"):
        raise BadArticle("It is no RSS or Atom feed.")
    found: dict[str, Entry] = {}
    for each in feed.entries[:MOST_ENTRIES]:
        address = _absolute(url, each.get("link"))
        if address:
            found.setdefault(address, Entry(address, _title(each.get("title")), _day(each.get("published"))))
    return list(found.values())


def parse_sitemap(data: bytes, url: str) -> Sitemap:
    """What a sitemap or an index of sitemaps lists.

    Raises:
        BadArticle: it is no sitemap.
    """
    _check_expat()
    with extra("inputs"):
        from defusedxml.common import DefusedXmlException  # noqa: PLC0415
        from defusedxml.ElementTree import fromstring  # noqa: PLC0415
    try:
        root: Element = fromstring(_unpacked(data), forbid_dtd=True)
    except (ParseError, ValueError, LookupError, DefusedXmlException):
        raise BadArticle("It is no sitemap.") from None
    listed = list(_places(root, url))[:MOST_PLACES]
    if _name(root) == "sitemapindex":
        return Sitemap((), tuple(entry.url for entry in listed))
    if _name(root) != "urlset":
        raise BadArticle("It is no sitemap.")
    return Sitemap(tuple(listed), ())


def _unpacked(data: bytes) -> bytes:
    return gunzip(data, _MOST_SITEMAP_BYTES) if data.startswith(_GZIP) else data


def _places(root: Element, url: str) -> Iterator[Entry]:
    for place in root:
        said = {_name(each): each.text for each in place.iter()}
        address = _absolute(url, said.get("loc"))
        if address:
            yield Entry(address, _title(said.get("title")), _day(said.get("publication_date")))


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _absolute(base: str, address: object) -> str | None:
    if not isinstance(address, str) or not address.strip() or len(address) > _LONGEST_URL:
        return None
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return None


def _title(title: object) -> str | None:
    return " ".join(title[:_LONGEST_TITLE].split()) or None if isinstance(title, str) else None


def _day(when: object) -> date | None:
    """The day as written, in the form of Atom or of RSS."""
    if not isinstance(when, str):
        return None
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return parse(when.strip()).date()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def _check_expat() -> None:
    if pyexpat.version_info < _SAFE_EXPAT:
        raise ExtraMissing(
            "This Python's XML parser (expat) is too old to read what strangers wrote.",
            advice=f"Use a Python with expat {'.'.join(map(str, _SAFE_EXPAT))} or later.",
        )
