"""People in office: Wikidata extracts and members of Congress (CC0), the Factbook (public domain), own additions."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from graph_service.ids import entity_id, fold
from graph_service.knowledge.base import AliasKind
from graph_service.knowledge.lexicon import Lexicon
from graph_service.knowledge.sources import leaders
from graph_service.knowledge.sources.roster import HEADS, SINCE, Held, Roster, Term, first_day, last_day
from graph_service.knowledge.sources.tables import Draft, comma, curated, jsonl
from graph_service.knowledge.sources.titles import MANY, office
from graph_service.knowledge.surnames import surnames
from graph_service.models import EntityType

_FOLDERS = {
    "us-cabinet": ("US", "2022-08-03"),
    "united-kingdom-cabinet": ("GB", "2022-07-23"),
    "ukraine-cabinet": ("UA", "2022-07-23"),
    "russia-cabinet": ("RU", "2022-08-03"),
    "france-cabinet": ("FR", "2022-07-23"),
    "poland-cabinet": ("PL", "2022-07-22"),
    "israel-ministers": ("IL", "2022-07-30"),
    "iran-ministers": ("IR", "2022-07-25"),
    "china-ministers": ("CN", "2022-07-23"),
    "turkey-ministers": ("TR", "2022-08-03"),
    "netherlands-cabinet": ("NL", "2022-08-03"),
}
_POLITICIANS = "every-politician-scrapers"
_WORLD = "2023-01-10"
_GENDERS = {"male": "m", "female": "f"}


class Gathered(NamedTuple):
    """The people of all lists, and every term of office that a list gives."""

    drafts: list[Draft]
    held: list[Held]


def people(data: Path, countries: dict[str, Draft], organisations: dict[str, str], lexicon: Lexicon) -> Gathered:
    """Everybody in office since 2000 that the lists have, and the hand-written ones."""
    found = Roster(countries, lexicon)
    own = _Own(found, organisations, curated("people"))
    found.wrong = {(fold(name), title, own.office_of(of)) for name, title, of in map(_parts, own.entries["wrong"])}
    found.colleges = {(title, own.office_of(of)) for title, of in map(_parts, own.entries["colleges"])}
    _cabinets(data, found)
    _world(data, found, organisations)
    _congress(data, found)
    leaders.atlas(data, found)
    by_hand = _named(own)
    leaders.factbook(data, found)
    _years(data, found)
    _in_office(by_hand, own)
    leaders.hand_over(found, HEADS)
    named = [draft for draft in found.everybody() if draft.roles or draft.rank > 1]
    return Gathered(list(_identified(named, found)), found.held)


def _cabinets(data: Path, found: Roster) -> None:
    for folder, (iso, seen) in _FOLDERS.items():
        for row in comma(data / "every-politician-scrapers" / folder / "holders21.csv"):
            title = office(row["position"], found.lexicon)
            if title and row["personID"].startswith("Q") and row["person"] != row["personID"]:
                draft = found.person(row["personID"], row["person"], _GENDERS.get(row.get("gender") or ""))
                term = Term(row["start"], row["end"], seen, f"{_POLITICIANS}/{folder}")
                found.hold(draft, (title, found.countries[iso].id), term)


def _world(data: Path, found: Roster, organisations: dict[str, str]) -> None:
    by_wikidata = {draft.wikidata: draft.id for draft in found.countries.values()}
    folder = data / "every-politician-scrapers"
    for row in comma(folder / "world" / "foreign-ministers-wikidata.csv"):
        if row["person"] and row["name"] and row["country"] in by_wikidata and row["name"] != row["person"]:
            draft = found.person(row["person"], row["name"])
            term = Term(row["start"], "", _WORLD, f"{_POLITICIANS}/world")
            found.hold(draft, ("foreign minister", by_wikidata[row["country"]]), term)
    for row in _leaders(data):
        if row["countryid"] in by_wikidata:
            draft = found.person(row["officeholder"], row["officeholderLabel"])
            draft.rank = 3
            draft.countries.append(by_wikidata[row["countryid"]])
    for row in comma(folder / "world" / "holders21.csv"):
        if " of the United Nations" in row["position"] and row["position"].startswith("Secretary-General"):
            draft = found.person(row["personID"], row["person"])
            office_of = ("secretary general", organisations["United Nations"])
            found.hold(draft, office_of, Term(row["start"], row["end"], _WORLD, f"{_POLITICIANS}/world"))


def _leaders(data: Path) -> Iterator[dict[str, str]]:
    """Heads of state and government of countries proper: "Prime Minister of Aruba" is none of the Netherlands."""
    for row in comma(data / "every-politician-scrapers" / "world-leaders-2021" / "wikidata.csv"):
        label = row["positionLabel"].casefold()
        title = next((head for head in sorted(HEADS) if label.startswith(head)), None)
        if title and row["officeholder"].startswith("Q") and row["country"].casefold() in label:
            yield row | {"title": title}


def _years(data: Path, found: Roster) -> None:
    by_wikidata = {draft.wikidata: draft.id for draft in found.countries.values()}
    for row in _leaders(data):
        if row["countryid"] in by_wikidata:
            leaders.years(found, row, row["title"], by_wikidata[row["countryid"]])


def _congress(data: Path, found: Roster) -> None:
    titles = {"prez": "president", "viceprez": "vice president", "sen": "senator", "rep": "representative"}
    usa = found.countries["US"].id
    for row in jsonl(data / "congress-legislators" / "people.jsonl"):
        if row["qid"] and row["terms"] and row["terms"][-1]["end"] >= SINCE:
            name = row["name"]
            full = f"{name['first']} {name['last']}"
            draft = found.person(row["qid"], name.get("official_full") or full)
            draft.call([full, *([f"{name['nickname']} {name['last']}"] if name.get("nickname") else [])])
            for term in row["terms"]:
                days = Term(term["start"], term["end"], term["end"], "congress-legislators")
                found.hold(draft, (titles[term["type"]], usa), days)


class _Own(NamedTuple):
    """The hand-written people, and what they refer to."""

    found: Roster
    # ids by name
    organisations: dict[str, str]
    entries: dict[str, Any]

    def office_of(self, words: str) -> str:
        """The id of a country (by ISO code) or organisation (by name); other ids as they are."""
        countries = self.found.countries
        return countries[words].id if words in countries else self.organisations.get(words, words)


def _parts(line: str) -> list[str]:
    return [part.strip() for part in line.split("/")]


def _named(own: _Own) -> list[tuple[Draft, dict[str, Any]]]:
    """The hand-written names, put to the people of the lists: what later lists call somebody is then found."""
    found = own.found
    by_name: dict[str, list[Draft]] = defaultdict(list)
    for draft in found.everybody():
        for name in {fold(draft.name), *(fold(alias.text) for alias in draft.aliases)}:
            by_name[name].append(draft)
    gathered = []
    for name, entry in own.entries["people"].items():
        same = {id(each): each for each in by_name.get(fold(name), ())}
        for alias in entry.get("aliases", []) if not same else ():
            same.update((id(each), each) for each in by_name.get(fold(alias), ()))
        draft = max(same.values(), key=lambda each: each.rank) if same else Draft("", name, EntityType.PERSON)
        if not same:
            found.others.append(draft)
        _name(draft, name, entry)
        offices = [own.office_of(_parts(line)[1]) for line in entry.get("roles", [])]
        draft.countries += [of for of in offices if of.startswith("country:")]
        gathered.append((draft, entry))
    return gathered


def _name(draft: Draft, name: str, entry: dict[str, Any]) -> None:
    draft.call([draft.name] if draft.name != name else [])
    draft.name = name
    draft.call(entry.get("aliases", []))
    draft.call(entry.get("surnames", []), AliasKind.SURNAME)
    draft.by_surname = entry.get("surnames") != []
    draft.gender = entry.get("gender", draft.gender)
    draft.rank = max(int(entry.get("rank", 1)), draft.rank)


def _in_office(by_hand: list[tuple[Draft, dict[str, Any]]], own: _Own) -> None:
    """The hand-written offices: their word counts more than a list's about the same time."""
    found = own.found
    for draft, entry in by_hand:
        for line in entry.get("roles", []):
            title, of, start, end = _parts(line)
            office = (title, own.office_of(of))
            first, until = first_day(start), last_day(end) or "9999"
            same = [role for role in draft.roles if (role.title, role.of) == office]
            replaced = [role for role in same if first < role.until and role.start < until]
            draft.roles = [role for role in draft.roles if role not in replaced]
            # a list may have seen somebody in office later than we did
            seen = max([own.entries["as_of"], *(role.until for role in replaced if role.open)])
            if title not in MANY and office not in found.colleges:
                _make_room(found, draft, office, first)
            found.hold(draft, office, Term(start, end, seen, "curated"))


def _make_room(found: Roster, successor: Draft, office: tuple[str, str], day: str) -> None:
    """Whom a list has in office on the day on which our holder took it left it on that day."""
    by_hand = {(id(each.draft), first_day(each.term.start)) for each in found.held if each.term.source == "curated"}
    for draft in found.everybody():
        for position, role in enumerate(draft.roles):
            ended = (role.title, role.of) == office and role.start < day < role.until
            if ended and draft is not successor and (id(draft), role.start) not in by_hand:
                draft.roles[position] = role._replace(until=day, open=False)


def _identified(drafts: list[Draft], found: Roster) -> Iterator[Draft]:
    """Gives ids; where two people share a name each has its Wikidata id in its own, but the best known one."""
    groups: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        groups[entity_id(EntityType.PERSON, draft.name)].append(draft)
    labels = {draft.id: draft.name for draft in found.countries.values()}
    for stem, group in groups.items():
        group.sort(key=lambda draft: (-draft.rank, not draft.wikidata, draft.wikidata or ""))
        for position, draft in enumerate(group):
            draft.id = stem if not position else f"{stem}-{(draft.wikidata or str(position)).casefold()}"
            _finish(draft, labels)
            yield draft


def _finish(draft: Draft, labels: dict[str, str]) -> None:
    if draft.rank > 1 and draft.by_surname and not any(alias.kind is AliasKind.SURNAME for alias in draft.aliases):
        draft.call(surnames(draft.name), AliasKind.SURNAME)
    newest = max(draft.roles, key=lambda role: role.start, default=None)
    if newest:
        draft.description = f"{newest.title}, {labels.get(newest.of, newest.of.partition(':')[2].replace('-', ' '))}"
    draft.countries = list(dict.fromkeys(role.of for role in sorted(draft.roles) if role.of.startswith("country:")))


def given_names(drafts: list[Draft], own: dict[str, list[str]]) -> dict[str, str]:
    """First names with the gender all their bearers have; the hand-written ones have the last word.

    A name in both hand-written lists is a first name that tells no gender ("").
    """
    seen: dict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        if draft.gender in {"f", "m"} and " " in draft.name:
            seen[fold(draft.name).split()[0].strip(".")].add(draft.gender)
    others = {fold(name) for name in own["none"]}
    names = {name: each.pop() for name, each in seen.items() if len(each) == 1 and len(name) > 2 and name not in others}
    written = {gender: {fold(name) for name in own[gender]} for gender in ("f", "m")}
    both = written["f"] & written["m"]
    names |= {name: "" if name in both else gender for gender in written for name in written[gender]}
    return dict(sorted(names.items()))
