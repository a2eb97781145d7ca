"""Heads of state and government with their days in office: the Factbook's snapshots and one Wikidata extract (CC0)."""

import re
from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from graph_service.ids import fold
from graph_service.knowledge.base import AliasKind, Role
from graph_service.knowledge.sources.countries import fips_to_iso
from graph_service.knowledge.sources.roster import Roster, joined
from graph_service.knowledge.sources.tables import Draft, jsonl, tsv
from graph_service.models import EntityType

_NOT_NAMES = {
    "ceo",
    "vice",
    "president",
    "minister",
    "gnu",
    "sir",
    "prime",
    "deputy",
    "secretary",
    "general",
    "gen.",
    "brig.",
    "-elect",
    "prince",
    "co-prince",
    "archbishop",
}
_GAP = timedelta(days=60)
#: who is in the last snapshots is still in office
_NEWEST = "2026-05-01"
_TITLES = (
    ("vice president", None),
    ("first vice", None),
    ("second vice", None),
    ("deputy", None),
    ("first deputy", None),
    ("governor", None),
    ("lieutenant", None),
    ("crown prince", "crown prince"),
    ("president of the government", "prime minister"),
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
_NAME = re.compile(
    r"(?P<before>[^,;(]*?)(?P<caps>\b[A-ZÀ-Ž][A-ZÀ-Ž'’\-]+(?: [A-ZÀ-Ž][A-ZÀ-Ž'’\-]+)*)(?P<after>(?: [A-Z][a-z\-]+)*)"
)
_OTHER_TITLE = re.compile(
    r"^(?:acting )?(?:administrator|bailiff|chief|prefect|high commissioner|commissioner|general|brig|col|lt|resident|"
    r"speaker|minister)",
    re.I,
)
_TITLE_WORDS = re.compile(
    r"^(?:[a-z\-]+ )*?(?:president|minister|premier|chancellor|king|queen|taoiseach|amir|sultan|emperor|leader)\b", re.I
)
#: where no title is written: what the office is by default
_DEFAULT = {"cos": "president", "hog": "prime minister"}


def years(found: Roster, row: dict[str, str], title: str, of: str) -> None:
    """An office known by years only, where nothing better is known."""
    draft = found.person(row["officeholder"], row["officeholderLabel"])
    start, end = row["start_year"], row["end_year"]
    if start and not any((role.title, role.of) == (title, of) for role in draft.roles):
        first, last = str(int(start) + 1), str(int(end) - 1) if end else ""
        if not last or first <= last:
            found.hold(draft, (title, of), (first, last), "2022-10-10")


def atlas(data: Path, found: Roster) -> None:
    """Wikidata ids of leaders after 2022; the days come from the Factbook."""
    iso = {
        row["alpha3"].upper(): row["code"].upper()
        for row in jsonl(data / "rigour" / "territories.jsonl")
        if row.get("alpha3")
    }
    for row in tsv(data / "projectatlas-wikidata-offices" / "offices.tsv"):
        country = found.countries.get(iso.get(row["iso3"], ""))
        if country and row["name"]:
            found.person(row["qid"], row["name"]).rank = 3
            found.person(row["qid"], row["name"]).countries.append(country.id)


def factbook(data: Path, found: Roster) -> None:
    """Adds days in office to people of the same country and name; the others become records without a Wikidata id."""
    codes = fips_to_iso(data)
    index = _by_country(found)
    placed = {id(draft) for group in index.values() for draft in group}
    homeless = [draft for draft in found.everybody() if id(draft) not in placed]
    abroad = {fold(draft.name) for draft in found.everybody() if draft.rank == 3 and id(draft) in placed}
    rows = [row for row in tsv(data / "factbook" / "leaders_history.tsv") if row["since"]]
    titled = [row for row in rows if _is_titled(row)]
    for row in rows:
        country = found.countries.get(codes.get(row["fips"], ""))
        parsed = _parse(row["title_and_name"], row["role"])
        if country and parsed and not (row not in titled and _is_second(row, titled)):
            title, name, surname = parsed
            draft = _same(index[country.id], name, surname) or _same(homeless, name, surname)
            # the head of state of a territory is that of its mother country
            if draft is None and fold(name) in abroad:
                continue
            if draft is None:
                draft = Draft("", name, EntityType.PERSON)
                index[country.id].append(draft)
                found.others.append(draft)
            draft.call([name] if name != draft.name else [])
            draft.call([surname], AliasKind.SURNAME)
            end = "" if row["last_seen"] >= _NEWEST else row["last_seen"]
            found.hold(draft, (title, country.id), (row["since"], end), row["last_seen"])


def hand_over(found: Roster, titles: set[str]) -> None:
    """A head is in office until the next one comes: the snapshots show only when a name was last seen."""
    held: dict[tuple[str, str], list[tuple[Draft, Role]]] = defaultdict(list)
    for draft in found.everybody():
        draft.roles = joined(draft.roles)
        for role in draft.roles:
            if role.title in titles:
                held[role.title, role.of].append((draft, role))
    for terms in held.values():
        terms.sort(key=lambda term: term[1].start)
        for (draft, role), (successor, following) in pairwise(terms):
            if successor is not draft and _moved(role.until, -_GAP) <= following.start <= _moved(role.until, _GAP):
                draft.roles[draft.roles.index(role)] = role._replace(until=following.start, open=False)


def _moved(text: str, by: timedelta) -> str:
    return (date.fromisoformat(text) + by).isoformat()


def _is_titled(row: dict[str, str]) -> bool:
    lower = row["title_and_name"].casefold()
    return any(title and lower.startswith(word) for word, title in _TITLES)


def _is_second(row: dict[str, str], titled: list[dict[str, str]]) -> bool:
    """A name without a title beside one with a title is a deputy."""
    return any(
        other["fips"] == row["fips"]
        and other["role"] == row["role"]
        and other["since"] <= row["since"] < other["last_seen"]
        and not _capitals(other) & _capitals(row)
        for other in titled
    )


def _capitals(row: dict[str, str]) -> set[str]:
    return set(re.findall(r"[A-ZÀ-Ž][A-ZÀ-Ž'’\-]+", row["title_and_name"]))


def _by_country(found: Roster) -> dict[str, list[Draft]]:
    index: dict[str, list[Draft]] = defaultdict(list)
    for draft in found.everybody():
        for country in {*draft.countries, *(role.of for role in draft.roles)}:
            index[country].append(draft)
    return index


def _parse(text: str, role: str) -> tuple[str, str, str] | None:
    """(title, name, surname) of "Prime Minister Mary Elizabeth TRUSS"; the surname is in capitals."""
    plain = re.sub(r"\b(?:Jr|Sr)\.?|\bserving as.*|\bII+\b|\(.*", "", text).strip(" ,")
    lower = plain.casefold()
    title = next(
        (title for word, title in sorted(_TITLES, key=lambda each: -len(each[0])) if lower.startswith(word)), ""
    )
    if (
        title is None
        or _OTHER_TITLE.match(plain)
        or lower.startswith(("and ", "co-", "chairman", "member", "general secretary"))
    ):
        return None
    match = _NAME.search(plain)
    if not match or "," in plain or " and " in plain:
        return None
    before = re.sub(
        r"^ of the Government(?: of Spain)?(?: or (?:Acting )?Prime Minister)?",
        "",
        _TITLE_WORDS.sub("", match["before"]),
    )
    if " of " in before or "'" in before:
        return None
    surname = " ".join(word.capitalize() if "-" not in word else word.title() for word in match["caps"].split())
    name = " ".join((before + surname + match["after"]).split())
    plain_name = " " in name and not set(name.casefold().split()) & _NOT_NAMES and not name.endswith("-")
    return (title or _DEFAULT[role], name, surname) if plain_name else None


def _same(people: list[Draft], name: str, surname: str) -> Draft | None:
    words = set(fold(name).replace("-", " ").split())
    best = None
    for draft in people:
        for known in (draft.name, *(alias.text for alias in draft.aliases)):
            parts = fold(known).replace("-", " ").split()
            last = set(fold(surname).replace("-", " ").split())
            if last & set(parts[1:] or parts) and (parts[0] in words or words <= set(parts)):
                best = draft if best is None or draft.rank > best.rank else best
    return best
