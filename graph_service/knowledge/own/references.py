"""What an own entity refers to by name: countries, organisations, titles of offices."""

from difflib import get_close_matches

from graph_service.ids import fold, is_entity_id
from graph_service.knowledge.base import KnowledgeBase
from graph_service.knowledge.lexicon import Lexicon, normal_title
from graph_service.knowledge.own.problems import Problem, Wrong
from graph_service.knowledge.own.rows import Place, Row, field_name
from graph_service.models import EntityType

_COUNTRY = frozenset({EntityType.COUNTRY})
_ACTORS = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})
_OFFICES = _ACTORS | {EntityType.PLACE}


class References:
    """Finds what is meant, among the known entities and the own ones."""

    def __init__(self, known: KnowledgeBase, own: dict[str, tuple[str, EntityType]], lexicon: Lexicon) -> None:
        self._known = known
        # id -> name and type
        self._own = own
        self._lexicon = lexicon

    def country(self, row: Row, place: Place, name: str) -> str:
        """The id of a country.

        Raises:
            Wrong: there is none of that name.
        """
        return self._only(row, place, name, _COUNTRY)

    def actor(self, row: Row, place: Place, name: str) -> str:
        """The id of a country or an organisation.

        Raises:
            Wrong: there is none of that name, or more than one.
        """
        return self._only(row, place, name, _ACTORS)

    def office_of(self, row: Row, place: Place, name: str) -> str:
        """The id of the country, organisation or place that an office belongs to.

        Raises:
            Wrong: there is none of that name, or more than one.
        """
        return self._only(row, place, name, _OFFICES)

    def title(self, row: Row, place: Place, words: str) -> str:
        """The title of an office as the knowledge base has it: "foreign secretary" is a foreign minister.

        Raises:
            Wrong: no text would be read as that title, or it may mean several.
        """
        lexicon = self._lexicon
        plain = normal_title(words, lexicon)
        if plain in lexicon.titles:
            return plain
        found = lexicon.titles_called(words)
        if len(found) == 1:
            return found[0]
        problem = f"may be {' or '.join(found)}" if found else f"is no title we know{_like(plain, lexicon.called)}"
        raise _wrong(row, place, f"{words!r} {problem}")

    def _only(self, row: Row, place: Place, name: str, types: frozenset[EntityType]) -> str:
        found = self._found(name, types)
        if len(found) == 1:
            return found[0]
        kinds = " or ".join(sorted(each.value.lower() for each in types))
        if found:
            raise _wrong(row, place, f"{name!r} may be {' or '.join(found)}: write the id")
        raise _wrong(row, place, f"there is no {kinds} called {name!r}{self._like(name, types)}")

    def _found(self, name: str, types: frozenset[EntityType]) -> list[str]:
        if is_entity_id(name):
            known = self._known.get(name)
            kind = known.type if known else self._own[name][1] if name in self._own else None
            return [name] if kind in types else []
        own = [id_ for id_, (other, kind) in self._own.items() if kind in types and fold(other) == fold(name)]
        called = [entity for entity in self._known.candidates(name) if entity.type in types]
        exact = [entity.id for entity in called if fold(entity.name) == fold(name)]
        return list(dict.fromkeys((*own, *exact))) or [entity.id for entity in called]

    def _like(self, name: str, types: frozenset[EntityType]) -> str:
        names = [entity.name for entity in self._known if entity.type in types]
        return _like(name, names)


def _like(name: str, names: "dict[str, tuple[str, ...]] | list[str]") -> str:
    close = get_close_matches(name, names, n=3, cutoff=0.75)
    return f"; did you mean {' or '.join(close)}?" if close else ""


def _wrong(row: Row, place: Place, reason: str) -> Wrong:
    return Wrong(Problem(row.line(place), field_name(place), reason))
