"""The knowledge base: entities by permanent id, by name, and by the office they hold on a day."""

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from graph_service.ids import fold
from graph_service.models import EntityType

DATA = Path(__file__).parent / "data"
#: how long a holder whom the last snapshot still shows in office is believed afterwards
_GRACE = timedelta(days=100)
#: and how long one whom something else speaks for
_LATELY = timedelta(days=730)
#: whoever comes into one of these brings a government of his own
_GOVERNMENTS = ("prime minister", "chancellor", "president")
_NOT_OF_A_GOVERNMENT = (*_GOVERNMENTS, "king", "queen", "emir", "sultan", "supreme leader", "crown prince", "pope")
#: an acronym up to this long is a name only in exactly this case
_SHORT = 5


class AliasKind(StrEnum):
    """How far a name can be trusted."""

    NAME = "name"
    # only in exactly this case
    ABBREVIATION = "abbreviation"
    # adjective or inhabitants: "German", "Germans"
    DEMONYM = "demonym"
    # words that describe it: "the Alliance"
    ROLE = "role"
    # a person's last name, an everyday word, a name that many share: only with support from the article
    SURNAME = "surname"
    WEAK = "weak"


class Alias(NamedTuple):
    """One name of one entity."""

    text: str
    kind: AliasKind


class Role(NamedTuple):
    """An office somebody held. Days are ISO; ``until`` is exclusive, or the last day it was seen where ``open``."""

    title: str
    # id of the country or organisation
    of: str
    start: str
    until: str
    open: bool


class KnownEntity(NamedTuple):
    """An entity of the knowledge base."""

    id: str
    name: str
    type: EntityType
    # "media", "ministry", "capital", "cruise missile" …
    kind: str | None
    wikidata: str | None
    aliases: tuple[Alias, ...]
    # ids of countries
    countries: tuple[str, ...]
    # "f", "m" or unknown
    gender: str | None
    description: str | None
    roles: tuple[Role, ...]
    # of a place: the country or organisation its name stands for when it acts
    stands_for: str | None
    # of a country: the title of the one who leads it
    led_by: str | None
    # 3: head of state or government, or as well known; 2: minister, head of an organisation; 1: others
    rank: int


class KnowledgeBase:
    """All known entities, in the order of their ids."""

    def __init__(self, entities: Iterable[KnownEntity]) -> None:
        self._by_id = {entity.id: entity for entity in sorted(entities, key=lambda entity: entity.id)}
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._by_office: dict[tuple[str, str], list[tuple[Role, str]]] = defaultdict(list)
        for entity in self._by_id.values():
            for name in dict.fromkeys(fold(text) for text in (entity.name, *(alias.text for alias in entity.aliases))):
                self._by_name[name].append(entity.id)
            for role in entity.roles:
                self._by_office[role.title, role.of].append((role, entity.id))

    def __iter__(self) -> Iterator[KnownEntity]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, entity: object) -> bool:
        return entity in self._by_id

    def get(self, entity: str) -> KnownEntity | None:
        """The entity of an id, if it is known."""
        return self._by_id.get(entity)

    def candidates(self, name: str) -> tuple[KnownEntity, ...]:
        """Everything a name may mean, whatever its case and accents; best known first."""
        found = (self._by_id[each] for each in self._by_name.get(fold(name), ()))
        return tuple(sorted(found, key=lambda entity: (-entity.rank, entity.id)))

    def aliases(self) -> Iterator[tuple[Alias, KnownEntity]]:
        """Every name of every entity, the principal name first."""
        for entity in self:
            yield Alias(entity.name, AliasKind.NAME), entity
            for alias in entity.aliases:
                yield alias, entity

    def holders(self, title: str, of: str, day: str) -> tuple[KnownEntity, ...]:
        """Who held an office on an ISO day; the last one to take it first.

        A holder whom the last snapshot still shows in office is believed for some months more, if nobody followed and
        no new government came.
        """
        held = self._by_office.get((title, of), [])
        now = [(role, who) for role, who in held if role.start <= day < role.until or role.until == role.start == day]
        if not now:
            now = [(role, who) for role, who in held if self._goes_on(role, day)]
        ordered = sorted(now, key=lambda each: each[0].start, reverse=True)
        return tuple(self._by_id[who] for who in dict.fromkeys(who for _, who in ordered))

    def ever_held(self, title: str, of: str) -> tuple[KnownEntity, ...]:
        """Who held an office at any time, in the order of their ids."""
        return tuple(self._by_id[who] for who in dict.fromkeys(who for _, who in self._by_office.get((title, of), ())))

    def titles(self, entity: str, day: str | None) -> frozenset[tuple[str, str]]:
        """The (title, of) an entity held on an ISO day, or ever, where the day is not known."""
        known = self._by_id.get(entity)
        roles = known.roles if known else ()
        return frozenset(
            (role.title, role.of)
            for role in roles
            if day is None or role.start <= day < role.until or self._goes_on(role, day)
        )

    def lately(self, title: str, of: str, day: str) -> tuple[KnownEntity, ...]:
        """Who held an office when it was last seen, up to two years before an ISO day, and nobody is known to follow.

        To be believed only where something else speaks for it, as when the article of that day names the person.
        """
        held = self._by_office.get((title, of), [])
        return tuple(self._by_id[who] for role, who in held if self._goes_on(role, day, _LATELY))

    def _goes_on(self, role: Role, day: str, grace: timedelta = _GRACE) -> bool:
        """Whether a term without a known end is believed on a day after it was last seen."""
        if not role.open or not role.until <= day <= _later(role.until, grace):
            return False
        if any(role.start < other.start <= day for other, _ in self._by_office.get((role.title, role.of), ())):
            return False
        if role.title in _NOT_OF_A_GOVERNMENT:
            return True
        heads = (head for title in _GOVERNMENTS for head, _ in self._by_office.get((title, role.of), ()))
        return not any(role.until < head.start <= day for head in heads)


def _later(day: str, grace: timedelta) -> str:
    return (date.fromisoformat(day) + grace).isoformat()


def alias(text: str, kind: AliasKind = AliasKind.NAME) -> Alias:
    """A name; a short acronym is an abbreviation whatever the kind says."""
    short = kind is AliasKind.NAME and text.isupper() and len(text) <= _SHORT
    return Alias(text.strip(), AliasKind.ABBREVIATION if short else kind)


def read(path: Path) -> Iterator[KnownEntity]:
    """The entities of one compiled file: JSON arrays in the order of the fields, trailing empty ones left out."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield decode(json.loads(line))


def decode(row: list[Any]) -> KnownEntity:
    """An entity from its row."""
    fields: dict[str, Any] = dict(zip(KnownEntity._fields, row, strict=False))
    return KnownEntity(
        id=str(fields["id"]),
        name=str(fields["name"]),
        type=EntityType(str(fields["type"])),
        kind=_text(fields.get("kind")),
        wikidata=_text(fields.get("wikidata")),
        aliases=tuple(Alias(text, AliasKind(kind)) for text, kind in fields.get("aliases") or ()),
        countries=tuple(fields.get("countries") or ()),
        gender=_text(fields.get("gender")),
        description=_text(fields.get("description")),
        roles=tuple(Role(each[0], each[1], each[2], each[3], bool(each[4])) for each in fields.get("roles") or ()),
        stands_for=_text(fields.get("stands_for")),
        led_by=_text(fields.get("led_by")),
        rank=fields.get("rank") or 1,
    )


def encode(entity: KnownEntity) -> list[object]:
    """The row of an entity; ``decode`` undoes it."""
    fields: dict[str, object] = entity._asdict()
    fields["aliases"] = [[alias.text, str(alias.kind)] for alias in entity.aliases]
    fields["roles"] = [[*role[:4], int(role.open)] for role in entity.roles]
    fields["rank"] = entity.rank if entity.rank != 1 else None
    row = list(fields.values())
    while not row[-1]:
        row.pop()
    return row


def merge(first: KnownEntity, second: KnownEntity) -> KnownEntity:
    """One entity from two records of it: the first one's word counts, names and roles are joined."""
    return first._replace(
        kind=first.kind or second.kind,
        wikidata=first.wikidata or second.wikidata,
        aliases=tuple(dict.fromkeys((*first.aliases, *second.aliases))),
        countries=first.countries or second.countries,
        gender=first.gender or second.gender,
        description=first.description or second.description,
        roles=tuple(dict.fromkeys((*first.roles, *second.roles))),
        stands_for=first.stands_for or second.stands_for,
        led_by=first.led_by or second.led_by,
        rank=max(first.rank, second.rank),
    )


def _text(value: object) -> str | None:
    return str(value) if value else None
