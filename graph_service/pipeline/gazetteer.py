"""Known names in a text: a trie over folded words, so that case, accents, hyphens and dots do not matter."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from graph_service.ids import fold
from graph_service.knowledge import Alias, AliasKind, KnowledgeBase, KnownEntity
from graph_service.models import Span

_WORD = re.compile(r"\w+")
#: kinds that are only believed with the very letters of the list
_PLUS = "+"
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
    senses: tuple[Sense, ...]


class _Word(NamedTuple):
    start: int
    end: int
    folded: str


class Gazetteer:
    """Finds the longest known names in a text."""

    def __init__(self, aliases: Iterable[tuple[Alias, KnownEntity]]) -> None:
        gathered: dict[str, dict[Sense, None]] = {}
        for alias, entity in aliases:
            gathered.setdefault(alias.text, {})[Sense(entity.id, alias.kind)] = None
        self._entries: dict[tuple[str, ...], list[_Entry]] = {}
        lengths: dict[tuple[str, ...], set[int]] = {}
        for text, senses in gathered.items():
            words = tuple(_folded(word) for word in _WORD.findall(text))
            if words:
                self._entries.setdefault(words, []).append(_Entry(text, tuple(_trusted(senses))))
                lengths.setdefault(words[:2], set()).add(len(words))
        # words that names begin with
        self._begin = {first[0] for first in lengths}
        # by their first two words, or the only one, how many words names have, the longest first
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def find(self, text: str) -> Iterator[Hit]:
        """The known names in a text, from left to right, none inside another."""
        words = [_Word(match.start(), match.end(), _folded(match.group())) for match in _WORD.finditer(text)]
        end = 0
        for position, word in enumerate(words):
            if word.folded not in self._begin or position < end:
                continue
            first = tuple(each.folded for each in words[position : position + 2])
            for length in (*self._lengths.get(first, ()), *self._lengths.get(first[:1], ())):
                hit = self._hit(text, words[position : position + length], length)
                if hit:
                    yield hit
                    end = position + length
                    break

    def _hit(self, text: str, words: list[_Word], length: int) -> Hit | None:
        entries = self._entries.get(tuple(word.folded for word in words)) if len(words) == length else None
        if not entries or "\n" in text[words[0].start : words[-1].end]:
            return None
        found: list[tuple[Span, Sense]] = []
        for entry in entries:
            span = _span(text, words[0].start, words[-1].end, entry.alias)
            found += ((span, sense) for sense in entry.senses if _written_so(text, span, entry.alias, sense.kind))
        longest = max((span for span, _ in found), default=None)
        # "OPEC+" is not OPEC
        is_other = longest is not None and text[longest.start : longest.end].endswith(_PLUS)
        senses = dict.fromkeys(sense for span, sense in found if span == longest or not is_other)
        return Hit(longest, tuple(senses)) if longest is not None else None


def _trusted(senses: Iterable[Sense]) -> Iterator[Sense]:
    """A name that is also listed as weak is weak, even where it is the principal one."""
    listed = list(senses)
    weak = {sense.entity for sense in listed if sense.kind is AliasKind.WEAK}
    return (sense for sense in listed if sense.kind is AliasKind.WEAK or sense.entity not in weak)


def _span(text: str, start: int, end: int, alias: str) -> Span:
    # "U.S." keeps its last dot
    return Span(start, end + 1 if alias[-1] in {".", _PLUS} and text[end : end + 1] == alias[-1] else end)


def _written_so(text: str, span: Span, alias: str, kind: AliasKind) -> bool:
    """Names begin with a capital; abbreviations are written exactly so; "the Alliance" needs its capital too."""
    found = text[span.start : span.end]
    if alias.endswith(_PLUS) and not found.endswith(_PLUS):
        return False
    if kind in _EXACT:
        return found == alias
    if kind is AliasKind.ROLE:
        return found[:1].casefold() == alias[:1].casefold() and found[1:] == alias[1:]
    if kind is AliasKind.WEAK and len(found) <= 4 and found.isupper() and not alias.isupper():
        # "NIS" is no town
        return False
    if len(alias) <= 4 and alias.isupper():
        return found.isupper() or (found[:1].isupper() and "-" in alias)
    first = next((char for char in alias if char.isalpha()), "")
    same = next((char for char in found if char.isalpha()), "")
    return not first.isupper() or same.isupper()


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    return word.casefold() if word.isascii() else fold(word)


@lru_cache(maxsize=2)
def gazetteer(knowledge: KnowledgeBase) -> Gazetteer:
    """All names of a knowledge base but those that mean nothing on their own."""
    return Gazetteer(knowledge.aliases())
