"""The people being gathered from all lists, found again by Wikidata id, and their terms of office."""

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


class Roster:
    """The people gathered so far, found again by Wikidata id or by name and country."""

    def __init__(self, countries: dict[str, Draft], lexicon: Lexicon) -> None:
        self.countries = countries
        self.lexicon = lexicon
        self.by_wikidata: dict[str, Draft] = {}
        self.others: list[Draft] = []

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

    def hold(self, draft: Draft, office: tuple[str, str], term: tuple[str, str], seen: str) -> None:
        """Adds an office (title, of) and its term (start, end); without an end it is open, last seen on ``seen``."""
        (title, of), (start, end) = office, term
        if start and (end or seen) >= SINCE:
            draft.roles.append(Role(title, of, day(start), day(end, last=True) or seen, not end))
            draft.rank = max(draft.rank, _rank(title))


def _rank(title: str) -> int:
    if title in HEADS:
        return 3
    return 2 if title.endswith(_MINISTERS) else 1


def day(text: str, *, last: bool = False) -> str:
    """An ISO day from a year, a month or a day; the last day of a span with ``last``."""
    missing = ("-12", "-28") if last else ("-01", "-01")
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
