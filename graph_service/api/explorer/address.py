"""Addresses of pages: all that a page shows is in its address, so that a link to it shows the same."""

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import quote, urlencode

from starlette.requests import Request

# what ids are made of
_SAFE = ":~"
#: the only schemes that a link out of an article may have
_OUTSIDE = ("https://", "http://")


class Address(NamedTuple):
    """A path with its parameters, each once."""

    path: str
    params: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, request: Request) -> "Address":
        """The address that was asked for."""
        return cls(request.url.path, tuple(dict(request.query_params).items()))

    def given(self, name: str) -> str:
        """The value of a parameter, empty where it is not given."""
        return dict(self.params).get(name, "")

    def replacing(self, **values: object) -> "Address":
        """The same with other values, on its first page; an empty value takes the parameter away."""
        kept = {name: value for name, value in self.params if name != "cursor"}
        changed = {**kept, **{name: "" if value is None else str(value) for name, value in values.items()}}
        return Address(self.path, tuple((name, value) for name, value in changed.items() if value))

    def at(self, path: str) -> "Address":
        """The same parameters elsewhere."""
        return Address(path, self.params)

    def __str__(self) -> str:
        query = urlencode(self.params)
        return quote(self.path, safe="/" + _SAFE) + (f"?{query}" if query else "")


def to(*parts: str, **params: object) -> str:
    """The address of a page by the parts of its path: ``to("entities", id)``."""
    path = "/" + "/".join(quote(part, safe=_SAFE) for part in parts)
    return str(Address(path).replacing(**params)) if params else path


def in_article(article: str, statement: str) -> str:
    """Where an article says a statement."""
    return to("articles", article, statement=statement) + "#" + anchor(statement)


def anchor(statement: str) -> str:
    """The id that an element of an article's page has where a statement begins."""
    return "s-" + statement.rpartition(":")[2]


def outside(url: object) -> str:
    """An address on another host if a browser can safely go there, else nothing: ``javascript:`` is no address."""
    text = str(url or "")
    clean = text.isprintable() and not any(char.isspace() for char in text)
    return text if clean and text.lower().startswith(_OUTSIDE) else ""


def blanks(pairs: Iterable[tuple[str, str]]) -> bool:
    """Whether a form left fields empty, which are no part of an address to keep."""
    return any(not value.strip() for _, value in pairs)
