"""What is known about an article beside its text: title, outlet, date and URL."""

from datetime import date, datetime
from typing import NamedTuple, Self
from urllib.parse import urlsplit, urlunsplit

from courlan import normalize_url

from graph_service.errors import BadArticle

_LONGEST_URL = 2_000


class Metadata(NamedTuple):
    """Title, outlet, date and canonical URL of an article, as far as they are known."""

    title: str | None = None
    outlet: str | None = None
    published_at: date | None = None
    url: str | None = None

    @classmethod
    def parse(cls, title: object = None, outlet: object = None, published: object = None, url: object = None) -> Self:
        """Metadata from words as somebody wrote them; blank is the same as absent.

        Raises:
            BadArticle: the date or the URL is not one.
        """
        address, day = _words(url, "URL"), _words(published, "date")
        return cls(
            title=_words(title, "title"),
            outlet=_words(outlet, "outlet"),
            published_at=parse_date(day) if day else None,
            url=canonical_url(address) if address else None,
        )

    def over(self, other: "Metadata") -> "Metadata":
        """These values, and the other's where these have none."""
        return Metadata(
            title=self.title or other.title,
            outlet=self.outlet or other.outlet,
            published_at=self.published_at or other.published_at,
            url=self.url or other.url,
        )


def parse_date(text: str) -> date:
    """The day of an ISO 8601 date or date and time (``2024-03-05``, ``2024-03-05T10:00:00+02:00``), as written.

    Raises:
        BadArticle: it is something else.
    """
    try:
        return datetime.fromisoformat(text.strip()).date()
    except ValueError:
        raise BadArticle(f"The date {text[:40]!r} is not one.", advice="Write it as 2024-03-05.") from None


def canonical_url(url: str) -> str:
    """The form of an address that is the same however somebody came to the page.

    Scheme and host in lower case; no user name, password, default port, fragment or tracking parameter; the other
    parameters in order.

    Raises:
        BadArticle: it is not an http or https address.
    """
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname if parts.scheme in {"http", "https"} and len(url) <= _LONGEST_URL else None
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        host = None
    if not host:
        raise BadArticle(f"The URL {_without_secrets(url)!r} is not one.", advice="Give a whole http or https address.")
    bare = urlunsplit((parts.scheme, f"[{host}]{port}" if ":" in host else host + port, parts.path, parts.query, ""))
    canonical: str = normalize_url(bare, strict=False)
    return canonical if urlsplit(canonical).path else canonical + "/"


def _without_secrets(url: str) -> str:
    return url.rpartition("@")[2][:80]


def _words(value: object, what: str) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadArticle(f"The {what} is a {type(value).__name__}, not text.")
    return " ".join(value.split()) or None
