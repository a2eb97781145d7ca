"""The text and metadata of a web page."""

import re
from contextlib import suppress
from typing import NamedTuple
from urllib.parse import urlsplit

from graph_service.errors import BadArticle, NothingToRead
from graph_service.inputs.metadata import Metadata
from graph_service.inputs.sandbox import Sandbox
from graph_service.inputs.text import decode

_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]{2,30})""", re.IGNORECASE)
_HEAD = 4_096


class Page(NamedTuple):
    """What a web page says: its article's text, and what it says about itself, as written."""

    text: str
    title: str | None
    outlet: str | None
    date: str | None
    url: str | None


def read_page(data: bytes, sandbox: Sandbox, charset: str | None = None) -> Page:
    """The article on a page; ``charset`` is what the server says, where the page does not.

    Raises:
        NothingToRead: the page holds no article.
        BadArticle: the page is not text, or took too long or too much memory.
    """
    return sandbox.call("Getting the text out of the page", extract_page, data, charset)


def declared_encoding(data: bytes) -> str | None:
    """The encoding a page says it is in."""
    found = _DECLARED.search(data[:_HEAD])
    return found[1].decode("ascii") if found else None


def page_metadata(page: Page, found_at: str | None = None) -> Metadata:
    """What a page says about itself; a date or an address that is none is left aside.

    Of a page that was found on the web only that is believed of its address which is on the same host: else it could
    take the place of somebody else's article.
    """
    known = Metadata.parse(page.title, page.outlet)
    with suppress(BadArticle):
        known = known.over(Metadata.parse(published=page.date))
    with suppress(BadArticle):
        address = page.url if found_at is None or _same_host(page.url, found_at) else found_at
        known = known.over(Metadata.parse(url=address))
    return known


def _same_host(one: str | None, other: str) -> bool:
    try:
        hosts = {(urlsplit(url).hostname or "").removeprefix("www.") for url in (one or "", other)}
    except ValueError:
        return False
    return len(hosts) == 1


def extract_page(data: bytes, charset: str | None = None) -> Page:
    """The article on a page, by trafilatura; only dates that the page states, none guessed from its words.

    Raises:
        NothingToRead: the page holds no article.
        BadArticle: the page is not text.
    """
    # only the worker needs it, and it takes half a second to load
    from trafilatura import bare_extraction  # noqa: PLC0415
    from trafilatura.settings import Document  # noqa: PLC0415

    document = bare_extraction(
        decode(data, declared_encoding(data) or charset),
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if not isinstance(document, Document) or not document.text:
        raise NothingToRead("The page holds no article text.")
    return Page(document.text, document.title, document.sitename, document.date, document.url)
