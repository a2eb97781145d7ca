"""The people being gathered from all lists, found again by Wikidata id, and their terms of office."""

from typing import NamedTuple

from graph_service.ids import fold
from graph_service.knowledge.base import Role
from graph_service.knowledge.lexicon import Lexicon
from graph_service.knowledge.sources.tables import Draft
from graph_service.models import EntityType

HEADS = {"president", "prime minister", "chancellor", "king", "queen", "emir", "sultan", "supreme leader", "pope"}
_MINISTERS = (
    "minister",
    "secretary",
    "chief",
    "adviser",
    "commander",
    "speaker",
    "director",
    "spokesperson",
    "commissioner",
)
#: who left office before this is left out
SINCE = "2000-01-01"
#: the list whose ends are only the days on which somebody was last seen
SNAPSHOTS = "factbook"


class Term(NamedTuple):
    """When somebody held an office, as one list has it: a day, a month or a year each."""

    start: str
    # empty while it goes on
    end: str
    # the day the list was made, or the last day it shows the holder
    seen: str
    # the folder of the list, or "curated"
    source: str


class Held(NamedTuple):
    """What one list says about one office and one holder."""

    draft: Draft
    title: str
    # id of the country or organisation
    of: str
    term: Term


class Roster:
    """The people gathered so far, found again by Wikidata id or by name and country."""

    def __init__(self, countries: dict[str, Draft], lexicon: Lexicon) -> None:
        self.countries = countries
        self.lexicon = lexicon
        self.by_wikidata: dict[str, Draft] = {}
        self.others: list[Draft] = []
        # every term of every list, also those that another list's word has replaced
        self.held: list[Held] = []
        # (name, title, country or organisation) of what a list says and is not so
        self.wrong: set[tuple[str, str, str]] = set()
        # offices (title, country) that several hold together
        self.colleges: set[tuple[str, str]] = set()

    def person(self, wikidata: str, name: str, gender: str | None = None) -> Draft:
        """The person of a Wikidata id."""
        if wikidata not in self.by_wikidata:
            self.by_wikidata[wikidata] = Draft("", name, EntityType.PERSON, wikidata=wikidata)
        draft = self.by_wikidata[wikidata]
        if name != draft.name:
            draft.call([name])
        draft.gender = draft.gender or gender
        return draft

    def everybody(self) -> list[Draft]:
        """All of them."""
        return [*self.by_wikidata.values(), *self.others]

    def hold(self, draft: Draft, office: tuple[str, str], term: Term) -> None:
        """Adds an office (title, of) and its term; without an end it is open, last seen on the day of the list."""
        title, of = office
        start, until = first_day(term.start), last_day(term.end) or term.seen
        if (
            not start
            or until < max(SINCE, start)
            or (term.source != "curated" and (fold(draft.name), *office) in self.wrong)
        ):
            return
        self.held.append(Held(draft, title, of, term))
        draft.roles.append(Role(title, of, start, until, not term.end))
        draft.rank = max(draft.rank, _rank(title))


def _rank(title: str) -> int:
    if title in HEADS:
        return 3
    return 2 if title.endswith(_MINISTERS) else 1


def first_day(text: str) -> str:
    """The first ISO day that is certainly within what begins in a year, a month or on a day: a year is over by then."""
    parts = [int(part) for part in text.split("-")] if text else []
    if len(parts) == 1:
        return f"{parts[0] + 1:04}-01-01"
    if len(parts) == 2:
        year, month = parts
        return f"{year + month // 12:04}-{month % 12 + 1:02}-01"
    return text


def last_day(text: str) -> str:
    """The ISO day before which a term certainly goes on that ends in a year, a month or on a day."""
    missing = ("-01", "-01")
    parts = text.split("-") if text else []
    return text + "".join(missing[len(parts) - 1 :]) if parts and len(parts) < 3 else text


def joined(roles: list[Role]) -> list[Role]:
    """Terms of one office that overlap or follow each other as one term; the end seen last counts."""
    found: list[Role] = []
    for role in sorted(roles):
        before = next(
            (each for each in found if (each.title, each.of) == (role.title, role.of) and role.start <= each.until),
            None,
        )
        if before is None:
            found.append(role)
            continue
        last = max(before, role, key=lambda each: (each.until, not each.open))
        found[found.index(before)] = before._replace(until=last.until, open=last.open)
    return found
