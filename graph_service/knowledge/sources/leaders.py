"""Heads of state and government with their days in office: the Factbook's snapshots and one Wikidata extract (CC0)."""

import re
from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from graph_service.ids import fold
from graph_service.knowledge.base import AliasKind, Role
from graph_service.knowledge.sources.countries import fips_to_iso
from graph_service.knowledge.sources.roster import SNAPSHOTS, Roster, Term, joined
from graph_service.knowledge.sources.spelling import alike, same_name
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
    if row["start_year"] and not any((role.title, role.of) == (title, of) for role in draft.roles):
        term = Term(row["start_year"], row["end_year"], "2022-10-10", "every-politician-scrapers/world-leaders-2021")
        found.hold(draft, (title, of), term)


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
            draft = draft or _nearly(index[country.id], name)
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
            found.hold(draft, (title, country.id), Term(row["since"], end, row["last_seen"], SNAPSHOTS))


def hand_over(found: Roster, titles: set[str]) -> None:
    """A head is in office until the next one comes: the snapshots show only when a name was last seen."""
    seen = {(id(each.draft), each.title, each.of, each.term.seen) for each in found.held if _is_seen(each.term)}
    for terms in _terms(found, titles).values():
        for (draft, role), (successor, following) in pairwise(terms):
            soft = role.open or (id(draft), role.title, role.of, role.until) in seen
            near = abs(_days(role.until, following.start)) <= _GAP.days and (soft or following.start < role.until)
            # who was seen long after the next one came, and not after that one left, had gone by then
            outlasted = role.start < following.start < role.until <= following.until
            if successor is not draft and (near or (outlasted and soft)):
                draft.roles[draft.roles.index(role)] = role._replace(until=following.start, open=False)


def _is_seen(term: Term) -> bool:
    return term.source == SNAPSHOTS


def _terms(found: Roster, titles: set[str]) -> dict[tuple[str, str], list[tuple[Draft, Role]]]:
    held: dict[tuple[str, str], list[tuple[Draft, Role]]] = defaultdict(list)
    for draft in found.everybody():
        draft.roles = joined(draft.roles)
        for role in draft.roles:
            if role.title in titles and (role.title, role.of) not in found.colleges:
                held[role.title, role.of].append((draft, role))
    for terms in held.values():
        terms.sort(key=lambda term: term[1].start)
    return held


def _days(one: str, other: str) -> int:
    return (date.fromisoformat(one) - date.fromisoformat(other)).days


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
    # who is to take the office does not hold it
    if re.search(r"designate|-elect", lower):
        return None
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
    found = [draft for draft in people if any(same_name(known, name, surname) for known in _full_names(draft))]
    return max(found, key=lambda draft: draft.rank, default=None)


def _nearly(people: list[Draft], name: str) -> Draft | None:
    """The one head of the country whose name is nearly that."""
    found = [draft for draft in people if draft.rank == 3 and any(alike(known, name) for known in _full_names(draft))]
    return found[0] if len(found) == 1 else None


def _full_names(draft: Draft) -> list[str]:
    # a surname alone would make the son the father
    return [draft.name, *(alias.text for alias in draft.aliases if alias.kind is not AliasKind.SURNAME)]
