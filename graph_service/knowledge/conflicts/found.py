"""The checks: what the lists and the compiled records say differently."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from graph_service.ids import fold
from graph_service.knowledge.base import AliasKind, KnownEntity
from graph_service.knowledge.conflicts.conflict import Conflict
from graph_service.knowledge.conflicts.terms import days, offices
from graph_service.knowledge.conflicts.witnesses import Witness
from graph_service.knowledge.sources.roster import Held
from graph_service.models import EntityType

_GENDERS = {"male": "m", "female": "f"}


class Compiled(NamedTuple):
    """What the build has made, and what it was made from."""

    entities: list[KnownEntity]
    # countries by ISO code
    countries: dict[str, str]
    # (id kept, id left out, Wikidata id) of two records that claimed one Wikidata id
    dropped: list[tuple[str, str, str]]
    held: list[Held]
    witnesses: list[Witness]


def conflicts(compiled: Compiled) -> list[Conflict]:
    """Every conflict, in one order."""
    ours = {entity.wikidata: entity for entity in compiled.entities if entity.wikidata}
    found = [
        *_other_ids(compiled, ours),
        *_shared_ids(compiled, ours),
        *_dropped(compiled),
        *_names(compiled.entities),
        *offices(compiled.entities),
        *days(compiled.held),
        *_facts(compiled, ours),
    ]
    return sorted(set(found))


def support(compiled: Compiled) -> tuple[int, int]:
    """How many Wikidata ids rest on one list and how many on two or more."""
    lists: dict[str, set[str]] = defaultdict(set)
    for witness in compiled.witnesses:
        lists[witness.wikidata].add(witness.list)
    counts = [len(lists[entity.wikidata]) for entity in compiled.entities if entity.wikidata]
    return sum(count < 2 for count in counts), sum(count > 1 for count in counts)


def _other_ids(compiled: Compiled, ours: dict[str, KnownEntity]) -> Iterator[Conflict]:
    """A list that has another Wikidata id for a name of ours, of the same type and country."""
    by_name: dict[tuple[EntityType, str], list[KnownEntity]] = defaultdict(list)
    for entity in compiled.entities:
        if entity.wikidata:
            for name in {fold(entity.name), *(fold(alias.text) for alias in entity.aliases if _is_full(alias.kind))}:
                by_name[entity.type, name].append(entity)
    said: dict[tuple[str, str], set[str]] = defaultdict(set)
    for witness in compiled.witnesses:
        for entity in by_name.get((witness.type, fold(witness.name)), ()):
            if witness.wikidata not in ours and _may_be(entity, compiled.countries.get(witness.country)):
                said[entity.id, witness.wikidata].add(witness.source)
    kept = {entity.id: entity.wikidata or "" for entity in compiled.entities}
    for (entity_id, other), sources in said.items():
        yield Conflict("id", entity_id, _joined(sources), _joined({kept[entity_id], other}), f"{kept[entity_id]} kept")


def _is_full(kind: AliasKind) -> bool:
    return kind is AliasKind.NAME


def _may_be(entity: KnownEntity, country: str | None) -> bool:
    return country is None or not entity.countries or country in entity.countries


def _shared_ids(compiled: Compiled, ours: dict[str, KnownEntity]) -> Iterator[Conflict]:
    """One Wikidata id for names that have no word in common."""
    names: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for witness in compiled.witnesses:
        if witness.wikidata in ours and witness.type is ours[witness.wikidata].type:
            names[witness.wikidata][witness.name].add(witness.source)
    for wikidata, by_name in names.items():
        entity = ours[wikidata]
        own = [entity.name, *(alias.text for alias in entity.aliases)]
        for name, sources in by_name.items():
            if not any(_akin(name, each) for each in own):
                yield Conflict("shared id", wikidata, _joined(sources), name, f"{entity.id} keeps it")


def _akin(one: str, other: str) -> bool:
    words, others = ({word for word in fold(name).split() if len(word) > 2} for name in (one, other))
    return bool(words & others) or fold(one) == fold(other)


def _dropped(compiled: Compiled) -> Iterator[Conflict]:
    sources: dict[str, set[str]] = defaultdict(set)
    for witness in compiled.witnesses:
        sources[witness.wikidata].add(witness.source)
    for kept, left, wikidata in compiled.dropped:
        yield Conflict("dropped id", wikidata, _joined(sources[wikidata]), _joined({kept, left}), f"{kept} keeps it")


def _names(entities: Iterable[KnownEntity]) -> Iterator[Conflict]:
    """A full name that two entities of one type claim."""
    claimed: dict[tuple[EntityType, str], list[KnownEntity]] = defaultdict(list)
    for entity in entities:
        weak = {fold(alias.text) for alias in entity.aliases if alias.kind is AliasKind.WEAK}
        full = {fold(entity.name), *(fold(alias.text) for alias in entity.aliases if _is_full(alias.kind))} - weak
        for name in full:
            claimed[entity.type, name].append(entity)
    for (_, name), group in claimed.items():
        for one, other in combinations(sorted(group), 2):
            best = max(one.rank, other.rank)
            first = [each.id for each in (one, other) if each.rank == best]
            decided = f"{first[0]} is better known" if len(first) == 1 else "both kept, equally well known"
            yield Conflict("name", name, "compiled", _joined({one.id, other.id}), decided)


def _facts(compiled: Compiled, ours: dict[str, KnownEntity]) -> Iterator[Conflict]:
    """Gender, birth and country of people."""
    said: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for witness in compiled.witnesses:
        entity = ours.get(witness.wikidata)
        if entity is not None and witness.type is entity.type is EntityType.PERSON:
            facts = {"gender": _GENDERS.get(witness.gender, ""), "birth": witness.born, "country": witness.country}
            for kind, value in facts.items():
                if value:
                    said[kind, entity.id][value].add(witness.source)
    genders = {entity.id: entity.gender for entity in compiled.entities}
    for (kind, entity_id), values in said.items():
        gender = genders[entity_id]
        if kind == "gender" and gender and gender not in values:
            values[gender].add("curated")
        if len(values) > 1:
            sources = _joined({source for group in values.values() for source in group})
            decided = {
                "gender": f"{gender} kept",
                "birth": "no births kept",
                "country": "countries of the offices kept",
            }
            yield Conflict(kind, entity_id, sources, _joined(values), decided[kind])


def _joined(values: Iterable[str]) -> str:
    return "; ".join(sorted(values))
