"""How well a name fits the names of an entity: from 0 to 1, with the reason in words."""

from collections.abc import Collection
from difflib import SequenceMatcher
from typing import NamedTuple

from graph_service.ids import fold
from graph_service.knowledge import Alias, AliasKind
from graph_service.pipeline.names import given_of, key, same_person, surname_of, words

#: what the very name tells, by how far it can be trusted
_SURE = {
    AliasKind.NAME: 0.95,
    AliasKind.ABBREVIATION: 0.9,
    AliasKind.DEMONYM: 0.6,
    AliasKind.ROLE: 0.6,
    AliasKind.SURNAME: 0.5,
    AliasKind.WEAK: 0.45,
}
_KEY, _INITIALS, _SURNAME, _GIVEN, _ABBREVIATION_IN_OTHER_CASE = 0.9, 0.8, 0.5, 0.3, 0.5
#: spellings that differ more are not compared
_ALIKE = 0.84


class Fit(NamedTuple):
    """How well a name fits."""

    score: float
    reason: str
    # whether it is a last or first name only, which many share
    partial: bool = False


def fit(asked: str, name: str, aliases: Collection[Alias], *, person: bool) -> Fit | None:
    """The best fit of a name among the names of an entity, or None where none is like it."""
    if fold(asked) == fold(name):
        return Fit(1.0, "its name")
    named = (_same(asked, alias) for alias in aliases)
    found = [each for each in named if each]
    for known in dict.fromkeys((name, *(alias.text for alias in aliases if alias.kind is AliasKind.NAME))):
        found += [each for each in (_spelt(asked, known), _personal(asked, known) if person else None) if each]
    return max(found, key=lambda each: each.score, default=None)


def _same(asked: str, alias: Alias) -> Fit | None:
    if fold(asked) != fold(alias.text):
        return None
    if alias.kind is AliasKind.ABBREVIATION and asked != alias.text:
        return Fit(_ABBREVIATION_IN_OTHER_CASE, f"{alias.text} in another case")
    partial = alias.kind in {AliasKind.SURNAME, AliasKind.WEAK}
    return Fit(_SURE[alias.kind], f"{_CALLED[alias.kind]} {alias.text}", partial)


def _spelt(asked: str, known: str) -> Fit | None:
    """Another transliteration, or a slip of the hand."""
    one, other = [key(word) for word in words(asked)], [key(word) for word in words(known)]
    if one == other:
        return Fit(_KEY, f"another spelling of {known}")
    ratio = SequenceMatcher(None, " ".join(one), " ".join(other)).ratio() if len(one) == len(other) else 0
    return Fit(0.75 * ratio, f"nearly {known}") if ratio >= _ALIKE else None


def _personal(asked: str, known: str) -> Fit | None:
    if len(words(asked)) > 1 and len(words(known)) > 1 and same_person(known, asked):
        return Fit(_INITIALS, f"last name and first names fit {known}")
    if surname_of(known, asked):
        return Fit(_SURNAME, f"last name of {known}", partial=True)
    return Fit(_GIVEN, f"first name of {known}", partial=True) if given_of(known, asked) else None


_CALLED = {
    AliasKind.NAME: "also called",
    AliasKind.ABBREVIATION: "abbreviation",
    AliasKind.DEMONYM: "adjective",
    AliasKind.ROLE: "described as",
    AliasKind.SURNAME: "last name",
    AliasKind.WEAK: "a word that means other things too:",
}
