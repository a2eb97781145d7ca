"""The raw lists as rows, and the records being gathered from them."""

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from graph_service.ids import fold
from graph_service.knowledge.base import Alias, AliasKind, KnownEntity, Role, alias
from graph_service.models import EntityType

CURATED = Path(__file__).parent.parent / "curated"


@dataclass
class Draft:
    """A record while it is gathered."""

    id: str
    name: str
    type: EntityType
    kind: str | None = None
    wikidata: str | None = None
    aliases: list[Alias] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    gender: str | None = None
    description: str | None = None
    roles: list[Role] = field(default_factory=list)
    stands_for: str | None = None
    led_by: str | None = None
    rank: int = 1
    # whether the last word of the name may be taken for the person: not of "Pope Francis"
    by_surname: bool = True

    def call(self, names: Iterable[str], kind: AliasKind = AliasKind.NAME) -> None:
        """Adds names; short acronyms are abbreviations whatever the kind says."""
        self.aliases.extend(alias(name, kind) for name in names)

    def done(self) -> KnownEntity:
        """The finished record: no name twice, everything in one order."""
        seen = {(fold(self.name), AliasKind.NAME)}
        aliases = []
        for each in self.aliases:
            key = (fold(each.text) if each.kind is not AliasKind.ABBREVIATION else each.text, each.kind)
            if each.text and key not in seen:
                seen.add(key)
                aliases.append(each)
        return KnownEntity(
            id=self.id,
            name=self.name,
            type=self.type,
            kind=self.kind,
            wikidata=self.wikidata,
            aliases=tuple(aliases),
            countries=tuple(dict.fromkeys(self.countries)),
            gender=self.gender,
            description=self.description,
            roles=tuple(sorted(set(self.roles), key=lambda role: (role.start, role.title, role.of))),
            stands_for=self.stands_for,
            led_by=self.led_by,
            rank=self.rank,
        )


def tsv(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated list."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def comma(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a comma-separated list."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSONL list."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def curated(name: str) -> dict[str, Any]:
    """A hand-written list."""
    found: dict[str, Any] = yaml.safe_load((CURATED / f"{name}.yaml").read_text(encoding="utf-8"))
    return found
