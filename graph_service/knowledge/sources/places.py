"""Places: Natural Earth cities (public domain) and hand-written regions."""

from pathlib import Path

from graph_service.ids import entity_id, fold
from graph_service.knowledge.base import AliasKind
from graph_service.knowledge.sources.tables import Draft, curated, tsv
from graph_service.models import EntityType

_LARGE = 700_000
#: where news is made, smaller cities count too
_NEARBY = {"UA": 60_000, "RU": 250_000, "BY": 100_000, "PL": 200_000, "IL": 100_000, "PS": 50_000, "SY": 100_000}
#: towns of these count from _TOWN people on, where NER does not take the name for somebody
_TOWN = 100_000
_WITH_TOWNS = frozenset(
    [
        *("AF", "AL", "AM", "AT", "AZ", "BA", "BE", "BF", "BG", "CD", "CF", "CH", "CO", "CU", "CZ", "DE", "DK", "EE"),
        *("EG", "ER", "ES", "ET", "FI", "FR", "GB", "GE", "GR", "HR", "HT", "HU", "IE", "IQ", "IR", "IT", "KE", "KP"),
        *("KR", "LB", "LT", "LV", "LY", "MD", "ME", "MK", "ML", "MM", "MZ", "NE", "NG", "NI", "NL", "NO", "PT", "RO"),
        *("RS", "RW", "SD", "SE", "SI", "SK", "SO", "SS", "TD", "TR", "TW", "UG", "VE", "YE"),
    ]
)
# the list has no code for some
_CODES = {"Kosovo": "XK"}


def places(data: Path, countries: dict[str, Draft]) -> list[Draft]:
    """Cities and regions; a capital stands for its country when it acts."""
    extra = curated("places")
    found: dict[str, Draft] = {}
    rows = sorted(tsv(data / "natural-earth-places" / "populated_places.tsv"), key=_importance)
    for row in rows:
        iso = _CODES.get(row["country"], row["iso2"])
        if iso in countries and (_counts(row, iso) or _is_town(row, iso)):
            draft = _city(row, countries[iso].id, extra)
            if not _counts(row, iso):
                draft.call([alias.text for alias in draft.aliases], AliasKind.WEAK)
            found.setdefault(draft.id, draft)
    for name in extra["regions"]:
        draft = Draft(entity_id(EntityType.PLACE, name), name, EntityType.PLACE, kind="region")
        found.setdefault(draft.id, draft)
    for name, iso in extra["regions_of"].items():
        draft = Draft(
            entity_id(EntityType.PLACE, name), name, EntityType.PLACE, kind="region", countries=[countries[iso].id]
        )
        found[draft.id] = draft
    return list(found.values())


def _counts(row: dict[str, str], iso: str) -> bool:
    return _capital(row) or _people(row) >= _NEARBY.get(iso, _LARGE)


def _is_town(row: dict[str, str], iso: str) -> bool:
    return iso in _WITH_TOWNS and _people(row) >= _TOWN


def _importance(row: dict[str, str]) -> tuple[bool, int, str]:
    return not _capital(row), -_people(row), row["qid"]


def _capital(row: dict[str, str]) -> bool:
    return row["featurecla"] == "Admin-0 capital"


def _people(row: dict[str, str]) -> int:
    return int(float(row["pop_max"] or 0))


def _city(row: dict[str, str], country: str, extra: dict[str, dict[str, str]]) -> Draft:
    alternatives = [name for name in row["alt"].split("|") if name and name.isascii() and "-" not in name]
    name = row["name_en"] or row["name"]
    # the list is from 2017
    name = extra["renamed"].get(name, name)
    draft = Draft(entity_id(EntityType.PLACE, name), name, EntityType.PLACE, wikidata=row["qid"] or None)
    draft.kind = "capital" if _capital(row) else "city"
    draft.countries = [country]
    draft.call([row["name"], row["name_en"], *alternatives, *extra["capital_names"].get(name, [])])
    if _capital(row) and name not in extra["not_metonyms"]:
        draft.stands_for = country
    draft.stands_for = extra["stands_for"].get(name, draft.stands_for)
    # "Nice", "Reading", "Orange": a word as often as a place
    draft.aliases = [alias for alias in draft.aliases if len(fold(alias.text)) > 2]
    if row["name"] in {"Nice", "Male", "Victoria", "Reading"}:
        draft.call([name], AliasKind.WEAK)
    return draft
