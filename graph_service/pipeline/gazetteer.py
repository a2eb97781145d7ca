"""Known names in a text: a trie over folded words, so that case, accents, hyphens and dots do not matter."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from graph_service.ids import fold
from graph_service.knowledge import Alias, AliasKind, KnownEntity, load
from graph_service.models import Span

_WORD = re.compile(r"\w+")
#: kinds that are only believed with the very letters of the list
_EXACT = {AliasKind.ABBREVIATION}


class Sense(NamedTuple):
    """One thing a name may mean."""

    entity: str
    kind: AliasKind


class Hit(NamedTuple):
    """A known name in a text, with all it may mean."""

    span: Span
    senses: tuple[Sense, ...]


class _Entry(NamedTuple):
    alias: str
    words: tuple[str, ...]
    senses: tuple[Sense, ...]


class Gazetteer:
    """Finds the longest known names in a text."""

    def __init__(self, aliases: Iterable[tuple[Alias, KnownEntity]]) -> None:
        gathered: dict[str, dict[Sense, None]] = {}
        for alias, entity in aliases:
            gathered.setdefault(alias.text, {})[Sense(entity.id, alias.kind)] = None
        self._by_first: dict[str, list[_Entry]] = {}
        for text, senses in gathered.items():
            words = tuple(_words(text))
            if words:
                self._by_first.setdefault(words[0], []).append(_Entry(text, words, tuple(_trusted(senses))))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry.words))

    def find(self, text: str) -> Iterator[Hit]:
        """The known names in a text, from left to right, none inside another."""
        tokens = [(match.start(), match.end(), _folded(match.group())) for match in _WORD.finditer(text)]
        position = 0
        while position < len(tokens):
            hit, length = self._longest(text, tokens, position)
            if hit:
                yield hit
            position += length

    def _longest(self, text: str, tokens: list[tuple[int, int, str]], position: int) -> tuple[Hit | None, int]:
        senses: dict[Sense, None] = {}
        found: Span | None = None
        for entry in self._by_first.get(tokens[position][2], ()):
            length = len(entry.words)
            if found is not None and length < found_length:
                break
            if tuple(token[2] for token in tokens[position : position + length]) != entry.words:
                continue
            span = _span(text, tokens[position][0], tokens[position + length - 1][1], entry.alias)
            if "\n" in text[span.start : span.end]:
                continue
            good = [sense for sense in entry.senses if _written_so(text, span, entry.alias, sense.kind)]
            if good:
                found, found_length = span, length
                senses.update(dict.fromkeys(good))
        return (Hit(found, tuple(senses)), found_length) if found else (None, 1)


def _trusted(senses: Iterable[Sense]) -> Iterator[Sense]:
    """A name that is also listed as weak is weak, even where it is the principal one."""
    listed = list(senses)
    weak = {sense.entity for sense in listed if sense.kind is AliasKind.WEAK}
    return (sense for sense in listed if sense.kind is AliasKind.WEAK or sense.entity not in weak)


def _span(text: str, start: int, end: int, alias: str) -> Span:
    # "U.S." keeps its last dot
    return Span(start, end + 1 if alias.endswith(".") and text[end : end + 1] == "." else end)


def _written_so(text: str, span: Span, alias: str, kind: AliasKind) -> bool:
    """Names begin with a capital; abbreviations are written exactly so; "the Alliance" needs its capital too."""
    found = text[span.start : span.end]
    if kind in _EXACT:
        return found == alias
    if kind is AliasKind.ROLE:
        return found[:1].casefold() == alias[:1].casefold() and found[1:] == alias[1:]
    if len(alias) <= 4 and alias.isupper():
        return found.isupper() or found[:1].isupper() and "-" in alias
    first = next((char for char in alias if char.isalpha()), "")
    same = next((char for char in found if char.isalpha()), "")
    return not first.isupper() or same.isupper()


def _words(text: str) -> list[str]:
    return [_folded(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    return word.casefold() if word.isascii() else fold(word)


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """All names of the knowledge base but those that mean nothing on their own."""
    return Gazetteer(load().aliases())


