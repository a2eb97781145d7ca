"""The reporting words: which words attribute a statement, with what kind of complement. The words are data."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from graph_service.knowledge import load_lexicon
from graph_service.models import Modality

#: complements that a word may take; docs of the data file explain each
PATTERNS = frozenset(
    {
        "quote",
        "that",
        "clause",
        "wh",
        "inf",
        "person-inf",
        "purpose",
        "ing",
        "object",
        "object-about",
        "predicate",
        "as",
        "about",
        "of",
        "for",
        "on",
        "to",
        "with",
        "against",
        "over",
        "from",
        "by",
        "passive-that",
        "passive-clause",
        "passive-inf",
        "passive-wh",
        "passive-as",
        "passive-of",
        "passive-for",
        "passive-with",
        "passive-about",
        "not-object",
    }
)


class CueClass(StrEnum):
    """What somebody does who is the source of such a cue."""

    SPEECH = "speech"
    BELIEF = "belief"
    INTENTION = "intention"
    DEMAND = "demand"
    DENIAL = "denial"
    WARNING = "warning"


MODALITY = {
    CueClass.SPEECH: Modality.ASSERTION,
    CueClass.BELIEF: Modality.BELIEF,
    CueClass.INTENTION: Modality.INTENTION,
    CueClass.DEMAND: Modality.DEMAND,
    CueClass.DENIAL: Modality.DENIAL,
    CueClass.WARNING: Modality.WARNING,
}


class Entry(NamedTuple):
    """A reporting word or phrase with the complements it may take."""

    word: str
    # the words after the first one, as in "call | on"
    tail: tuple[str, ...]
    # what the word means with each of its complements
    uses: Mapping[str, CueClass]
    # where the addressee stands: "object", or the preposition before it
    addressee: frozenset[str]


class Lexicon:
    """Finds entries by the form a word has in the text; longer phrases come first."""

    def __init__(self, entries: Mapping[str, Sequence[Entry]], irregular: Mapping[str, Sequence[str]]) -> None:
        self._verbs = _by_form(entries.get("verb", ()), lambda word: _verb_forms(word, irregular.get(word, ())))
        self._nouns = _by_form(entries.get("noun", ()), _noun_forms)
        self._adjectives = _by_form(entries.get("adjective", ()), lambda word: [word])
        self.forms = frozenset({*self._verbs, *self._nouns, *self._adjectives})

    def verbs(self, form: str) -> Sequence[Entry]:
        """The verbs a lower-case form may be of."""
        return self._verbs.get(form, ())

    def nouns(self, form: str) -> Sequence[Entry]:
        """The nouns a lower-case form may be of."""
        return self._nouns.get(form, ())

    def adjectives(self, form: str) -> Sequence[Entry]:
        """The adjectives a lower-case form may be."""
        return self._adjectives.get(form, ())


@cache
def load() -> Lexicon:
    """The lexicon that ships with the package."""
    lines: dict[tuple[str, str], list[list[str]]] = {}
    for word, part, *rest in rows("cues.tsv"):
        lines.setdefault((part, word), []).append(rest)
    entries: dict[str, list[Entry]] = {}
    for (part, word), uses in lines.items():
        entries.setdefault(part, []).append(_entry(word, uses))
    return Lexicon(entries, {word: forms.split() for word, forms in rows("irregular_verbs.tsv")})


@cache
def words(name: str) -> frozenset[str]:
    """A word list of the package: one lower-case word or phrase in a line."""
    return frozenset(line for (line,) in rows(name))


@cache
def personal_nouns() -> frozenset[str]:
    """Nouns for somebody, with or without an office: "minister", "witness", "baker"."""
    return load_lexicon().role_nouns | words("people.txt") | words("persons.txt")


def rows(name: str) -> Iterator[list[str]]:
    """The lines of a table of the package, cut at tabs."""
    text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))


def _entry(phrase: str, lines: Iterable[Sequence[str]]) -> Entry:
    word, *tail = phrase.split()
    uses: dict[str, CueClass] = {}
    addressee: set[str] = set()
    for cue_class, places, patterns in lines:
        addressee.update(places.replace("-", "").split())
        for pattern in patterns.split():
            if pattern not in PATTERNS or pattern in uses:
                raise ValueError(f"cues.tsv: {phrase!r} has an unknown or doubled complement {pattern!r}")
            uses[pattern] = CueClass(cue_class)
    return Entry(word, tuple(tail), uses, frozenset(addressee))


def _by_form(entries: Iterable[Entry], forms: Callable[[str], Sequence[str]]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        for form in dict.fromkeys(forms(entry.word)):
            found.setdefault(form, []).append(entry)
    return {form: tuple(sorted(each, key=lambda entry: -len(entry.tail))) for form, each in found.items()}


def _verb_forms(word: str, irregular: Sequence[str]) -> list[str]:
    """All forms of a verb; a doubled consonant is tried beside the plain one, since a form too many does no harm."""
    stem = word.removesuffix("e")
    doubled = stem + stem[-1]
    plain = [word, _with_s(word), stem + "ing", doubled + "ing", stem + "ed", doubled + "ed"]
    if word.endswith("y") and word[-2] not in "aeiou":
        plain.append(word[:-1] + "ied")
    if word.endswith(("ee", "ye", "oe")):
        plain.append(word + "ing")
    return plain + list(irregular)


def _noun_forms(word: str) -> list[str]:
    return [word, _with_s(word)]


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
