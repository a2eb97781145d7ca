"""Organisations, media and weapons systems: hand-written lists, with Wikidata ids by label from free lists."""

from collections import defaultdict
from pathlib import Path
from typing import Any

from graph_service.ids import entity_id, fold
from graph_service.knowledge.base import AliasKind
from graph_service.knowledge.sources.tables import Draft, curated, jsonl, tsv
from graph_service.models import EntityType

_AGENCIES = {"PAP", "ANSA", "CTK", "TANJUG", "ANP", "BELGA"}
_MINISTRY = (
    "Ministry of",
    "Ministry for",
    "Federal Ministry",
    "United States Department of",
    "Department for",
    "Department of",
)
_MINISTRIES_OF = {
    "ukraine": "UA", "russia": "RU", "germany": "DE", "united-kingdom": "GB", "united-states": "US",
    "netherlands": "NL", "finland": "FI", "sweden": "SE", "norway": "NO", "denmark": "DK", "latvia": "LV",
    "czech-republic": "CZ", "austria": "AT", "ireland": "IE", "japan": "JP", "india": "IN", "south-africa": "ZA",
}  # fmt: skip
_FIELDS = {"foreign": "Foreign Affairs", "defence": "Defence", "interior": "Interior", "finance": "Finance"}
_SMALL = "Office of|Small|Education Activity"


class UnknownLabel(Exception):
    """A hand-written entry names a label that its list does not have, or has twice."""


def organisations(data: Path, countries: dict[str, Draft]) -> list[Draft]:
    """The hand-written organisations, ministries and media."""
    labels = _labels(data)
    found = [_organisation(name, entry or {}, countries, labels) for name, entry in curated("organisations").items()]
    known = {fold(name) for draft in found for name in (draft.name, *(alias.text for alias in draft.aliases))}
    wikidata = {draft.wikidata for draft in found}
    for draft in (*_ministries(data, countries), *_ministries_by_pattern(countries), *_publishers(data, countries)):
        names = {fold(name) for name in (draft.name, *(alias.text for alias in draft.aliases))}
        taken = fold(draft.name) in known or (draft.kind == "ministry" and bool(names & known))
        if not taken and (not draft.wikidata or draft.wikidata not in wikidata):
            known |= names
            found.append(draft)
    return found


def weapons(countries: dict[str, Draft]) -> list[Draft]:
    """Weapons systems, all hand-written."""
    found = []
    for name, entry in curated("weapons").items():
        draft = Draft(
            entity_id(EntityType.WEAPON_SYSTEM, name), name, EntityType.WEAPON_SYSTEM, kind=entry["category"], rank=2
        )
        draft.countries = [countries[iso].id for iso in entry["country"]]
        draft.description = entry["category"]
        # "HIMARS" and "Himars" are both written, so capitals tell nothing
        draft.aliases = []
        draft.call(entry["aliases"], AliasKind.NAME)
        draft.call([*entry.get("weak", []), *([name] if entry.get("type") == "weak" else [])], AliasKind.WEAK)
        draft.call(
            [
                f"{alias.text}s"
                for alias in draft.aliases
                if alias.text[-1].islower() and alias.text[-1] != "s" and alias.kind is AliasKind.WEAK
            ],
            AliasKind.WEAK,
        )
        draft.call(
            [f"{text}s" for text in (name, *entry["aliases"]) if text[-1] != "s" and entry.get("type") != "weak"]
        )
        found.append(draft)
    return found


def share_alike(data: Path, known: list[Draft]) -> list[Draft]:
    """International organisations of a CC BY-SA list: kept in a file of their own."""
    by_name = {fold(name): draft for draft in known for name in (draft.name, *(alias.text for alias in draft.aliases))}
    found: dict[str, Draft] = {}
    for row in jsonl(data / "supraverden" / "organisations.jsonl"):
        name = row["Name_en"]
        others = [each for each in (row.get("Name_other_en"), row.get("Name_other_2_en")) if each]
        mine = next((by_name[fold(each)] for each in (name, *others) if fold(each) in by_name), None)
        draft = Draft(
            mine.id if mine else entity_id(EntityType.ORGANISATION, name),
            mine.name if mine else name,
            EntityType.ORGANISATION,
        )
        draft.kind = "international organisation"
        draft.wikidata = row["Wikidata_code"] if str(row.get("Wikidata_code", "")).startswith("Q") else None
        draft.call([name, *others])
        acronym = row.get("Abbreviation_en") or ""
        if len(acronym) > 2 and fold(acronym) not in by_name:
            draft.call([acronym], AliasKind.ABBREVIATION)
        if not (mine and mine.wikidata):
            found.setdefault(draft.id, draft)
    return list(found.values())


def _organisation(
    name: str, entry: dict[str, Any], countries: dict[str, Draft], labels: dict[str, dict[str, list[str]]]
) -> Draft:
    draft = Draft(entity_id(EntityType.ORGANISATION, name), name, EntityType.ORGANISATION, kind=entry.get("kind"))
    draft.countries = [countries[entry["country"]].id] if entry.get("country") else []
    draft.rank = int(entry.get("rank", 1))
    draft.call(entry.get("names", []))
    draft.call(entry.get("short", []), AliasKind.ABBREVIATION)
    draft.call(entry.get("roles", []), AliasKind.ROLE)
    draft.call(entry.get("demonyms", []), AliasKind.DEMONYM)
    draft.call([*entry.get("weak", []), *([name] if entry.get("type") == "weak" else [])], AliasKind.WEAK)
    draft.description = entry.get("kind")
    if "label" in entry:
        draft.wikidata = _only(labels, *entry["label"])
    elif "seed" in entry:
        draft.wikidata = labels["seed"].get(entry["seed"], [""])[0] or None
    elif name.upper() in _AGENCIES:
        draft.wikidata = _only(labels, "agencies", name.upper())
    return draft


def _only(labels: dict[str, dict[str, list[str]]], source: str, label: str) -> str:
    ids = sorted(set(labels[source].get(label, [])))
    if len(ids) != 1:
        raise UnknownLabel(f"{source} has {len(ids)} entries called {label!r}.")
    return ids[0]


def _labels(data: Path) -> dict[str, dict[str, list[str]]]:
    """Wikidata ids by label, for each list."""
    found: dict[str, dict[str, list[str]]] = {"seed": {}}
    files = {
        "govdirectory": ("govdirectory/agencies.tsv", "label"),
        "labels": ("name-suggestion-index/wikidata_labels.tsv", "label"),
        "parties": ("parties/parties-wikidata.tsv", "name"),
        "agencies": ("press-agencies/agencies.tsv", "key"),
    }
    for source, (path, column) in files.items():
        found[source] = defaultdict(list)
        for row in tsv(data / path):
            label = row[column].upper() if source == "agencies" else row[column]
            found[source][label].append(row["qid"])
    for row in jsonl(data / "curated_seed.jsonl"):
        found["seed"][row["id"]] = [row.get("qid") or ""]
    return found


def _ministries(data: Path, countries: dict[str, Draft]) -> list[Draft]:
    found: dict[str, Draft] = {}
    for row in sorted(tsv(data / "govdirectory" / "agencies.tsv"), key=lambda row: (len(row["label"]), row["qid"])):
        iso = _MINISTRIES_OF.get(row["country"])
        if (
            iso
            and row["label"].startswith(_MINISTRY)
            and row["enwiki"]
            and not any(word in row["label"] for word in _SMALL.split("|"))
        ):
            country = countries[iso]
            name = row["label"] if country.name in row["label"] or iso == "US" else f"{row['label']} of {country.name}"
            draft = Draft(
                entity_id(EntityType.ORGANISATION, name),
                name,
                EntityType.ORGANISATION,
                kind="ministry",
                wikidata=row["qid"],
            )
            draft.countries = [country.id]
            draft.call([row["enwiki"].replace("_", " ")] if "(" not in row["enwiki"] else [])
            found.setdefault(draft.id, draft)
    return list(found.values())


def _ministries_by_pattern(countries: dict[str, Draft]) -> list[Draft]:
    """Foreign, defence, interior and finance ministries of every country, by the names that news give them."""
    found = []
    for country in countries.values():
        demonyms = [alias.text for alias in country.aliases if alias.kind is AliasKind.DEMONYM][:1]
        for field, official in _FIELDS.items():
            name = f"Ministry of {official} of {country.name}"
            draft = Draft(entity_id(EntityType.ORGANISATION, name), name, EntityType.ORGANISATION, kind="ministry")
            draft.countries = [country.id]
            spellings = (field, field.replace("defence", "defense")) if field == "defence" else (field,)
            for spelling in spellings:
                draft.call(
                    [
                        f"{country.name}'s {spelling} ministry",
                        *(f"{demonym} {spelling} ministry" for demonym in demonyms),
                    ]
                )
                draft.call(
                    [f"{demonym} Ministry of {official.replace('Defence', spelling.title())}" for demonym in demonyms]
                )
            found.append(draft)
    return found


def _publishers(data: Path, countries: dict[str, Draft]) -> list[Draft]:
    found: dict[str, Draft] = {}
    for row in tsv(data / "fundus" / "publishers.tsv"):
        name, iso = row["name"].strip(), row["iso2"].upper()
        if len(name) > 3 and "." not in name:
            draft = Draft(entity_id(EntityType.ORGANISATION, name), name, EntityType.ORGANISATION, kind="media")
            draft.countries = [countries[iso].id] if iso in countries else []
            # "Die Welt" is a newspaper, "Welt" and "Focus" are words
            if " " not in name:
                draft.call([name], AliasKind.WEAK)
            found.setdefault(draft.id, draft)
    return list(found.values())
