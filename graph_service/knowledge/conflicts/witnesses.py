"""What every raw list says about the ids, names, genders, births and countries of entities, as it stands there."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from graph_service.knowledge.sources.tables import comma, jsonl, tsv
from graph_service.models import EntityType

_POLITICIANS = "every-politician-scrapers"
_FOLDERS = {
    "us-cabinet": "US", "united-kingdom-cabinet": "GB", "ukraine-cabinet": "UA", "russia-cabinet": "RU",
    "france-cabinet": "FR", "poland-cabinet": "PL", "israel-ministers": "IL", "iran-ministers": "IR",
    "china-ministers": "CN", "turkey-ministers": "TR", "netherlands-cabinet": "NL",
}  # fmt: skip
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Witness(NamedTuple):
    """One row of one list."""

    # the folder of the list
    source: str
    type: EntityType
    name: str
    wikidata: str
    # ISO code of two capitals, or empty
    country: str = ""
    # "male", "female" or empty
    gender: str = ""
    # an ISO day, or empty
    born: str = ""

    @property
    def list(self) -> str:
        """The list it belongs to: the extracts of one project are one list."""
        return self.source.partition("/")[0]


def witnesses(data: Path) -> list[Witness]:
    """All rows that have a Wikidata id and a name."""
    rows = (*_people(data), *_organisations(data), *_places(data))
    return [row for row in rows if re.fullmatch(r"Q\d+", row.wikidata) and row.name not in {"", row.wikidata}]


def _people(data: Path) -> Iterator[Witness]:
    yield from _politicians(data / _POLITICIANS, _iso(data, "qid"))
    for row in jsonl(data / "congress-legislators" / "people.jsonl"):
        full = row["name"].get("official_full") or f"{row['name']['first']} {row['name']['last']}"
        yield Witness(
            "congress-legislators", EntityType.PERSON, full, row["qid"] or "", "US", born=row.get("birthday") or ""
        )
    by_alpha3 = _iso(data, "alpha3")
    for row in tsv(data / "projectatlas-wikidata-offices" / "offices.tsv"):
        country = by_alpha3.get(row["iso3"].lower(), "")
        yield Witness("projectatlas-wikidata-offices", EntityType.PERSON, row["name"], row["qid"], country)
    leaders = json.loads((data / "world-leaders-current" / "countries_current.json").read_text(encoding="utf-8"))
    for entry in leaders.values():
        for position in entry["positions"].values():
            holder = position.get("current_holder") or {}
            name, wikidata = holder.get("name_en") or "", holder.get("wikidata_id") or ""
            iso, born = entry["country"]["iso_code"], holder.get("born") or ""
            yield Witness("world-leaders-current", EntityType.PERSON, name, wikidata, iso, born=_day(born))


def _politicians(folder: Path, by_wikidata: dict[str, str]) -> Iterator[Witness]:
    for name, iso in _FOLDERS.items():
        for row in comma(folder / name / "holders21.csv"):
            gender, born = row.get("gender") or "", _day(row.get("DOB") or "")
            yield Witness(
                f"{_POLITICIANS}/{name}", EntityType.PERSON, row["person"], row["personID"], iso, gender, born
            )
    for row in comma(folder / "world" / "foreign-ministers-wikidata.csv"):
        iso = by_wikidata.get(row["country"], "")
        yield Witness(f"{_POLITICIANS}/world", EntityType.PERSON, row["name"], row["person"], iso)
    for row in comma(folder / "world" / "holders21.csv"):
        yield Witness(f"{_POLITICIANS}/world", EntityType.PERSON, row["person"], row["personID"])
    for row in comma(folder / "world-leaders-2021" / "wikidata.csv"):
        iso, name = by_wikidata.get(row["countryid"], ""), row["officeholderLabel"]
        yield Witness(f"{_POLITICIANS}/world-leaders-2021", EntityType.PERSON, name, row["officeholder"], iso)


def _organisations(data: Path) -> Iterator[Witness]:
    names = {
        row["name"].casefold().replace(" ", "-"): row["code"].upper()
        for row in jsonl(data / "rigour" / "territories.jsonl")
        if row.get("is_country")
    }
    for row in tsv(data / "govdirectory" / "agencies.tsv"):
        yield Witness("govdirectory", EntityType.ORGANISATION, row["label"], row["qid"], names.get(row["country"], ""))
    for row in jsonl(data / "supraverden" / "organisations.jsonl"):
        for name in (row["Name_en"], row.get("Name_other_en"), row.get("Name_other_2_en")):
            yield Witness("supraverden", EntityType.ORGANISATION, name or "", str(row.get("Wikidata_code") or ""))
    for row in tsv(data / "name-suggestion-index" / "wikidata_labels.tsv"):
        yield Witness("name-suggestion-index", EntityType.ORGANISATION, row["label"], row["qid"])
    for row in tsv(data / "parties" / "parties-wikidata.tsv"):
        yield Witness("parties", EntityType.ORGANISATION, row["name"], row["qid"], row["country"])
    for row in tsv(data / "press-agencies" / "agencies.tsv"):
        yield Witness("press-agencies", EntityType.ORGANISATION, row["key"], row["qid"])
    for row in jsonl(data / "curated_seed.jsonl"):
        if row["type"] in {"organisation", "media", "facility", "place"}:
            yield Witness("curated_seed.jsonl", EntityType.ORGANISATION, row["name"], row.get("qid") or "")


def _places(data: Path) -> Iterator[Witness]:
    for row in jsonl(data / "rigour" / "territories.jsonl"):
        if row.get("is_country"):
            yield Witness("rigour", EntityType.COUNTRY, row["name"], row["qid"], row["code"].upper())
    for row in tsv(data / "natural-earth-places" / "populated_places.tsv"):
        name = row["name_en"] or row["name"]
        yield Witness("natural-earth-places", EntityType.PLACE, name, row["qid"], row["iso2"])


def _iso(data: Path, column: str) -> dict[str, str]:
    rows = jsonl(data / "rigour" / "territories.jsonl")
    return {str(row[column]): row["code"].upper() for row in rows if row.get(column) and row.get("is_country")}


def _day(text: str) -> str:
    return text if _DAY.fullmatch(text) else ""
