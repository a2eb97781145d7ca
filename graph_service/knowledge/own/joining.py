"""Own entities beside the known ones: they add to those, or are new."""

from pathlib import Path
from typing import NamedTuple

from graph_service.ids import entity_id, fold
from graph_service.knowledge.base import Alias, AliasKind, KnowledgeBase, KnownEntity, Role, alias, merge
from graph_service.knowledge.lexicon import load_lexicon
from graph_service.knowledge.own.entries import OwnEntity, entry
from graph_service.knowledge.own.problems import Problem, Wrong, bad_file, for_each
from graph_service.knowledge.own.references import References
from graph_service.knowledge.own.rows import Place, Row, field_name, rows
from graph_service.knowledge.surnames import surnames
from graph_service.models import EntityType

#: the end of a role that goes on until further notice
_NO_END = "9999-12-31"
#: own entities are as well known as ministers
_RANK = 2


def joined(known: KnowledgeBase, path: Path, data: bytes) -> KnowledgeBase:
    """The known entities and those of a file; what the file says of a known one counts more.

    Raises:
        BadKnowledgeFile: something in the file is wrong; the error tells the lines.
    """
    try:
        named = for_each(_Naming(known).named, for_each(_checked, rows(path, data)))
        own = {each.id: (each.own.name, each.own.type) for each in named}
        references = References(known, own, load_lexicon())
        ours = for_each(lambda each: _entity(each, references), named)
        _check_wikidata(known, named, ours)
    except Wrong as error:
        raise bad_file(path, error.problems) from error
    return KnowledgeBase({entity.id: entity for entity in (*known, *ours)}.values())


class _Named(NamedTuple):
    """An entry, and which entity it is about."""

    row: Row
    own: OwnEntity
    id: str
    # the known entity it adds to
    before: KnownEntity | None

    def wrong(self, place: Place, reason: str) -> Wrong:
        """The error of a field."""
        return Wrong(Problem(self.row.line(place), field_name(place), reason))


def _checked(row: Row) -> tuple[Row, OwnEntity]:
    return row, entry(row)


class _Naming:
    """Gives every entry the entity it is about: one of the known ones, by id or exact name, or a new one."""

    def __init__(self, known: KnowledgeBase) -> None:
        self._known = known
        self._lines: dict[str, int] = {}

    def named(self, given: tuple[Row, OwnEntity]) -> _Named:
        row, own = given
        before = self._by_id(row, own) if own.id else self._by_name(row, own)
        found = _Named(row, own, before.id if before else entity_id(own.type, own.name), before)
        if not before and found.id in self._known:
            raise found.wrong(("name",), f"its id {found.id} is taken; add `id: {found.id}` if it is the same")
        if found.id in self._lines:
            raise found.wrong((), f"{found.id} is given already in line {self._lines[found.id]}")
        self._lines[found.id] = row.line(())
        return found

    def _by_id(self, row: Row, own: OwnEntity) -> KnownEntity:
        known = self._known.get(own.id or "")
        if known is None or known.type is not own.type:
            raise Wrong(Problem(row.line(("id",)), "id", f"there is no known {own.type.value} {own.id}"))
        return known

    def _by_name(self, row: Row, own: OwnEntity) -> KnownEntity | None:
        candidates = self._known.candidates(own.name)
        same = [each for each in candidates if each.type is own.type and fold(each.name) == fold(own.name)]
        if len(same) > 1:
            ids = ", ".join(each.id for each in same)
            raise Wrong(Problem(row.line(("name",)), "name", f"several are called so; add an `id`, one of {ids}"))
        return same[0] if same else None


def _entity(named: _Named, references: References) -> KnownEntity:
    own, before = named.own, named.before
    roles = tuple(_role(named, index, references) for index in range(len(own.roles)))
    countries = [references.country(named.row, *each) for each in _countries(own)]
    ours = KnownEntity(
        id=named.id,
        name=before.name if before else own.name,
        type=own.type,
        kind=own.category,
        wikidata=own.wikidata,
        aliases=tuple(alias(each.text, each.kind) for each in own.aliases) + (() if before else _last_names(own)),
        countries=tuple(dict.fromkeys(countries or ([] if before else _of_roles(roles)))),
        gender=own.gender,
        description=own.description or (None if before else own.category or _described(roles)),
        roles=roles,
        stands_for=references.actor(named.row, ("stands_for",), own.stands_for) if own.stands_for else None,
        led_by=None,
        rank=_RANK,
    )
    return _added(ours, before) if before else ours


def _added(ours: KnownEntity, before: KnownEntity) -> KnownEntity:
    """A known entity with what the file says; a role of the same office and first day is told anew."""
    told = {(role.title, role.of, role.start) for role in ours.roles}
    kept = tuple(role for role in before.roles if (role.title, role.of, role.start) not in told)
    return merge(ours, before._replace(roles=kept))._replace(rank=before.rank)


def _countries(own: OwnEntity) -> list[tuple[Place, str]]:
    several = [(("countries", index), name) for index, name in enumerate(own.countries)]
    return [*([(("country",), own.country)] if own.country else []), *several]


def _role(named: _Named, index: int, references: References) -> Role:
    own = named.own.roles[index]
    title = references.title(named.row, ("roles", index, "title"), own.title)
    of = references.office_of(named.row, ("roles", index, "of"), own.of)
    return Role(title, of, own.start, own.until or _NO_END, open=False)


def _last_names(own: OwnEntity) -> tuple[Alias, ...]:
    given = any(name.kind is AliasKind.SURNAME for name in own.aliases)
    derived = [] if given or own.type is not EntityType.PERSON else surnames(own.name)
    return tuple(Alias(name, AliasKind.SURNAME) for name in derived)


def _of_roles(roles: tuple[Role, ...]) -> list[str]:
    return [role.of for role in roles if role.of.startswith("country:")]


def _described(roles: tuple[Role, ...]) -> str | None:
    newest = max(roles, key=lambda role: role.start, default=None)
    return f"{newest.title}, {newest.of.partition(':')[2].replace('-', ' ')}" if newest else None


def _check_wikidata(known: KnowledgeBase, named: list[_Named], ours: list[KnownEntity]) -> None:
    ids = {entity.id for entity in ours}
    taken = {entity.wikidata: entity.id for entity in known if entity.wikidata and entity.id not in ids}
    problems = []
    for each, entity in zip(named, ours, strict=True):
        if entity.wikidata and taken.setdefault(entity.wikidata, entity.id) != entity.id:
            line = each.row.line(("wikidata",))
            problems.append(Problem(line, "wikidata", f"{entity.wikidata} is {taken[entity.wikidata]}"))
    if problems:
        raise Wrong(*problems)
