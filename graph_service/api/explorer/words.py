"""What the explorer calls things."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from graph_service.api.explorer.address import to
from graph_service.ids import is_entity_id
from graph_service.vocabulary import Restatement

#: the kinds of entities, as people call one and many of them
TYPES = {
    "Person": ("person", "people"),
    "Country": ("country", "countries"),
    "Organisation": ("organisation", "organisations"),
    "WeaponSystem": ("weapon system", "weapon systems"),
    "Place": ("place", "places"),
    "AnonymousSource": ("unnamed source", "unnamed sources"),
}
#: how a speaker takes a target, with a sign for those who see no colours
STANCES = {"positive": "+", "neutral": "·", "negative": "−"}

#: how a statement says what another says, the closest first
RESTATEMENTS = {
    Restatement.SAME_WORDS: "in the same words",
    Restatement.SUMMARY: "summed up",
    Restatement.SAME_MEANING: "in other words, {score:.2f} alike",
}


def kind(type_: object) -> str:
    """A kind of entity in plain words."""
    return TYPES.get(str(type_), (str(type_),))[0]


def day(value: object) -> str:
    """A day as people write it; ``undated`` where there is none."""
    if not value:
        return "undated"
    found = date.fromisoformat(str(value)[:10])
    return f"{found.day} {found:%B} {found.year}"


def readable(cue: object) -> bool:
    """Whether a cue has words: in an interview it is a colon."""
    return any(char.isalnum() for char in str(cue or ""))


def number(value: int) -> str:
    """A number with commas."""
    return f"{value:,}"


def amount(value: int, one: str, many: str = "") -> str:
    """How many there are of something: 1 row, 2 rows."""
    return f"{value:,} {one if value == 1 else many or one + 's'}"


def marked(text: str, spans: Iterable[Sequence[int]]) -> Iterator[tuple[str, bool]]:
    """The pieces of a text in order, each with whether it is one of the spans, which do not overlap."""
    at = 0
    for start, end in spans:
        yield text[at:start], False
        yield text[start:end], True
        at = end
    yield text[at:], False


def initials(name: object) -> str:
    """Two letters for a name."""
    parts = [part for part in str(name or "?").replace("-", " ").split() if part[0].isalnum()]
    letters = [parts[0][0], parts[-1][0]] if len(parts) > 1 else [each[0] for each in parts]
    return "".join(letters).upper() or "?"


def relation(type_: str) -> str:
    """What a relation says, as a verb between the two."""
    return _RELATIONS.get(type_, type_.replace("_", " ").lower())


def address_of(text: str) -> str:
    """The page of what a text is the id of; empty where it is none."""
    if is_entity_id(text):
        return to("entities", text)
    kind_, colon, rest = text.partition(":")
    page = {"article": "articles", "statement": "statements"}.get(kind_, "")
    return to(page, text) if page and colon and rest.isalnum() else ""


_RELATIONS = {
    "HOLDS_ROLE": "holds an office of",
    "MEMBER_OF": "is a member of",
    "SEEKS_MEMBERSHIP": "wants to join",
    "LOCATED_IN": "is in",
    "MET": "met",
    "CONSULTED": "spoke with",
    "PLANS_TO_MEET": "plans to meet",
    "AT_WAR_WITH": "is at war with",
    "ALLIED_WITH": "is allied with",
    "USES_WEAPON": "uses",
}
