"""The words that say relations, and what governs them: data, read once."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from graph_service.models import RelationType
from graph_service.pipeline.lexicon import rows, words

#: what a word may ask of its surroundings; docs/design/relations.md explains each
CONDITIONS = frozenset(
    {"alone", "asks", "bodies", "ends", "enters", "fought", "goods", "infinitive", "many", "people", "phoned", "plain"}
    | {"private", "received", "speaking", "together", "with"}
)
_SELECTORS = {"subj", "obj", "dative", "own", "doer", "giver", "getter", "is", "owner", "between", "that", "do"}
_PREPOSITIONS = {
    *("against", "alongside", "at", "behind", "beside", "by", "for", "from", "of", "on", "to", "upon", "using", "with")
}


class Reality(StrEnum):
    """What a word makes of an event that hangs on it."""

    FACT = "fact"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"
    ENDED = "ended"


class Pattern(NamedTuple):
    """Where those who take part stand, seen from the word."""

    subject: str
    # "" where the subject are several who do it to each other
    object: str
    topic: str


class Frame(NamedTuple):
    """One way in which a word says a relation."""

    # the particle behind a verb ("down" in "sit down"), or the second word of a noun
    particle: str
    type: RelationType
    plover: str
    # how real it is where nothing else tells; a fact whatever governs it
    reality: Reality | None
    conditions: frozenset[str]
    patterns: tuple[Pattern, ...]


@cache
def frames(part: str) -> Mapping[str, tuple[Frame, ...]]:
    """The frames of a part of speech ("verb", "noun") by lemma.

    Raises:
        ValueError: the table has a word that means nothing.
    """
    found: dict[str, tuple[Frame, ...]] = {}
    for phrase, each, *rest in rows("relations.tsv"):
        if each == part:
            lemma, _, particle = phrase.partition(" ") if part == "verb" else _compound(phrase)
            found[lemma] = (*found.get(lemma, ()), _frame(phrase, particle, rest))
    return found


@cache
def governors(part: str) -> Mapping[str, Reality]:
    """What the verbs, nouns or adjectives of a part of speech make of an event."""
    return {
        lemma: Reality(reality)
        for reality, each, lemmas in rows("governors.tsv")
        if each == part
        for lemma in lemmas.split()
    }


def light_verbs() -> frozenset[str]:
    """Verbs whose subject does what the noun behind them says."""
    return words("light_verbs.txt")


def _compound(phrase: str) -> tuple[str, str, str]:
    before, space, noun = phrase.rpartition(" ")
    return noun, space, before


def _frame(phrase: str, particle: str, rest: list[str]) -> Frame:
    type_, plover, reality, conditions, patterns = rest
    asked = frozenset(conditions.replace("-", "").split())
    if unknown := asked - CONDITIONS:
        raise ValueError(f"relations.tsv: {phrase!r} asks for {', '.join(sorted(unknown))}")
    return Frame(
        particle,
        RelationType(type_),
        plover,
        None if reality == "-" else Reality(reality),
        asked,
        tuple(_pattern(phrase, each) for each in patterns.split()),
    )


def _pattern(phrase: str, text: str) -> Pattern:
    sides, _, topic = text.partition("=")
    subject, _, object_ = sides.rstrip("+").partition(">")
    for side in filter(None, (subject, object_.rstrip("*"), topic)):
        if side not in _SELECTORS | _PREPOSITIONS:
            raise ValueError(f"relations.tsv: {phrase!r} has no place {side!r}")
    return Pattern(subject, object_, topic)
