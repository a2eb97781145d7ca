"""Short forms of bodies' names, where the article gives them: "Harbour Rescue Service (HRS)"."""

import re
from collections.abc import Iterable, Iterator

from graph_service.ids import fold
from graph_service.models import Span

_SHORT = re.compile(r" ?\((?P<short>[^\W\d_a-z]{2,8})\)")
_WORD = re.compile(r"\w+")


def short_form(text: str, end: int) -> Span | None:
    """The short form in parentheses right behind a name that ends at an offset."""
    match = _SHORT.match(text, end)
    return Span(*match.span("short")) if match else None


def short_forms(text: str, names: Iterable[Span]) -> Iterator[Span]:
    """Where the short forms of names stand, behind the names and further on."""
    short = {found for name in names if (found := _of(text, name)) is not None}
    for match in _WORD.finditer(text) if short else ():
        if match.group() in short:
            yield Span(*match.span())


def _of(text: str, name: Span) -> str | None:
    """What stands behind a name in parentheses, if the name has all its letters in that order."""
    found = short_form(text, name.end)
    if found is None:
        return None
    letters = iter(fold(text[name.start : name.end]))
    return text[slice(*found)] if all(letter in letters for letter in fold(text[slice(*found)])) else None
