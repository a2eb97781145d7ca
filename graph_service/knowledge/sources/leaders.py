"""Heads of state and government with their days in office: the Factbook's snapshots and one Wikidata extract (CC0)."""

import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from graph_service.ids import fold
from graph_service.knowledge.base import AliasKind
from graph_service.knowledge.sources.countries import fips_to_iso
from graph_service.knowledge.sources.tables import Draft, jsonl, tsv
from graph_service.models import EntityType

if TYPE_CHECKING:
    from graph_service.knowledge.sources.people import People

_TITLES = (
    ("vice president", None),
    ("first vice", None),
    ("second vice", None),
    ("deputy", None),
    ("first deputy", None),
    ("governor", None),
    ("lieutenant", None),
    ("crown prince", "crown prince"),
    ("president", "president"),
    ("interim president", "president"),
    ("acting president", "president"),
    ("transitional president", "president"),
    ("prime minister", "prime minister"),
    ("caretaker prime minister", "prime minister"),
    ("interim prime minister", "prime minister"),
    ("acting prime minister", "prime minister"),
    ("premier", "prime minister"),
    ("taoiseach", "prime minister"),
    ("chancellor", "chancellor"),
    ("king", "king"),
    ("queen", "queen"),
    ("emperor", "emperor"),
    ("amir", "emir"),
    ("emir", "emir"),
    ("sultan", "sultan"),
    ("supreme leader", "supreme leader"),
    ("pope", "pope"),
)
_NAME = re.compile(r"(?P<before>[^,;(]*?)(?P<caps>\b[A-ZÀ-Ž][A-ZÀ-Ž'’\-]{2,}(?: [A-ZÀ-Ž][A-ZÀ-Ž'’\-]+)*)(?P<after>(?: [A-Z][a-z\-]+)*)")
#: where no title is written: what the office is by default
_DEFAULT = {"cos": "president", "hog": "prime minister"}


def day(text: str, *, last: bool = False) -> str:
    """An ISO day from a year, a month or a day; the last day of a span with ``last``."""
    missing = ("-12", "-28") if last else ("-01", "-01")
    parts = text.split("-") if text else []
    return text + "".join(missing[len(parts) - 1 :]) if parts and len(parts) < 3 else text


def years(found: "People", row: dict[str, str], title: str, of: str) -> None:
    """An office known by years only, where nothing better is known."""
    draft = found.person(row["officeholder"], row["officeholderLabel"])
    if row["start_year"] and not any((role.title, role.of) == (title, of) for role in draft.roles):
        found.hold(draft, title, of, row["start_year"], row["end_year"], "2022-10-10")


def atlas(data: Path, found: "People") -> None:
    """Wikidata ids of leaders after 2022; the days come from the Factbook."""
    iso = {row["alpha3"].upper(): row["code"].upper() for row in jsonl(data / "rigour" / "territories.jsonl") if row.get("alpha3")}
    for row in tsv(data / "projectatlas-wikidata-offices" / "offices.tsv"):
        country = found.countries.get(iso.get(row["iso3"], ""))
        if country and row["name"]:
            found.person(row["qid"], row["name"]).rank = 3
            found.person(row["qid"], row["name"]).countries.append(country.id)


def factbook(data: Path, found: "People") -> None:
    """Adds days in office to people of the same country and name; the others become records without a Wikidata id."""
    codes = fips_to_iso(data)
    index = _by_country(found)
    for row in tsv(data / "factbook" / "leaders_history.tsv"):
        country = found.countries.get(codes.get(row["fips"], ""))
        parsed = _parse(row["title_and_name"], row["role"])
        if country and parsed and row["since"]:
            title, name, surname = parsed
            draft = _same(index[country.id], name, surname)
            if draft is None:
                draft = Draft("", name, EntityType.PERSON)
                index[country.id].append(draft)
                found.others.append(draft)
            draft.call([name] if name != draft.name else [])
            draft.call([surname], AliasKind.SURNAME)
            _hold(found, draft, title, country.id, row)


def _hold(found: "People", draft: Draft, title: str, of: str, row: dict[str, str]) -> None:
    newest = row["last_seen"] >= "2026-05-01"
    same = [role for role in draft.roles if role.title == title and role.of == of and role.start[:4] == row["since"][:4]]
    if same and not (same[-1].open or newest):
        return
    if same:
        draft.roles.remove(same[-1])
    end = "" if newest else row["last_seen"]
    if same and not newest:
        end = max(end, "" if same[-1].open else same[-1].until)
    found.hold(draft, title, of, row["since"], end, row["last_seen"])


def _by_country(found: "People") -> dict[str, list[Draft]]:
    index: dict[str, list[Draft]] = defaultdict(list)
    for draft in found.everybody():
        for country in {*draft.countries, *(role.of for role in draft.roles)}:
            index[country].append(draft)
    return index


def _parse(text: str, role: str) -> tuple[str, str, str] | None:
    """(title, name, surname) of "Prime Minister Mary Elizabeth TRUSS"; the surname is in capitals."""
    plain = re.sub(r"\b(?:Jr|Sr)\.?|\bserving as.*|\bII+\b|\(.*", "", text).strip(" ,")
    lower = plain.casefold()
    title = next((title for word, title in sorted(_TITLES, key=lambda each: -len(each[0])) if lower.startswith(word)), "")
    if title is None or lower.startswith(("and ", "co-", "chairman", "member", "general secretary")):
        return None
    match = _NAME.search(plain)
    if not match or "," in plain or " and " in plain:
        return None
    before = re.sub(r"^(?:[A-Z][a-z\-]+ )*?(?:President|Minister|Premier|Chancellor|King|Queen|Taoiseach|Amir|Sultan|Emperor|Leader)\b", "", match["before"])
    if " of " in before or "'" in before:
        return None
    surname = " ".join(word.capitalize() if "-" not in word else word.title() for word in match["caps"].split())
    name = " ".join((before + surname + match["after"]).split())
    return (title or _DEFAULT[role], name, surname) if " " in name else None


def _same(people: list[Draft], name: str, surname: str) -> Draft | None:
    words = set(fold(name).replace("-", " ").split())
    best = None
    for draft in people:
        for known in (draft.name, *(alias.text for alias in draft.aliases)):
            parts = fold(known).replace("-", " ").split()
            if fold(surname).replace("-", " ").split()[-1] in parts and (parts[0] in words or words <= set(parts)):
                best = draft if best is None or draft.rank > best.rank else best
    return best
