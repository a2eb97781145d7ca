"""Neo4j's values as JSON has them."""

import base64
from collections.abc import Callable, Mapping
from datetime import date, time
from itertools import chain, zip_longest

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time

from graph_service.errors import BadBackup, GraphServiceError


def json_ready(value: object) -> object:
    """A value of a result as JSON can hold it.

    Days, times and durations become ISO 8601, bytes base64, points their coordinates; a node or a relationship becomes
    its properties with what it is, a path the list of its nodes and relationships by turns.
    """
    if type(value) in _PLAIN:
        return value
    return next((convert(value) for kinds, convert in _CONVERT if isinstance(value, kinds)), value)


def _node(node: Node) -> object:
    return {"labels": sorted(node.labels), "properties": _mapping(node)}


def _relationship(link: Relationship) -> object:
    return {"type": link.type, "properties": _mapping(link)}


def _path(path: Path) -> object:
    by_turns = chain.from_iterable(zip_longest(path.nodes, path.relationships))
    return [json_ready(each) for each in by_turns if each is not None]


def _mapping(value: Mapping[str, object]) -> dict[str, object]:
    return {key: json_ready(value[key]) for key in value}


# nearly all there is
_PLAIN = frozenset({str, int, float, bool, type(None)})
# the first that fits counts: a node is a mapping too, and a point a tuple
_CONVERT: tuple[tuple[tuple[type, ...], Callable[..., object]], ...] = (
    ((Date, DateTime, Time, Duration), lambda value: value.iso_format()),
    ((date, time), lambda value: value.isoformat()),
    ((bytes, bytearray), lambda value: base64.b64encode(value).decode()),
    ((Node,), _node),
    ((Relationship,), _relationship),
    ((Path,), _path),
    ((Point,), lambda value: {"srid": value.srid, "coordinates": list(value)}),
    ((Mapping,), _mapping),
    ((list, tuple), lambda value: [json_ready(each) for each in value]),
)

# a property never is a map, so that a map can say what it stands for
_KEPT: dict[str, type[Date] | type[DateTime]] = {"date": Date, "datetime": DateTime}
_LARGEST = 2**63


def kept(value: object) -> object:
    """A property as JSON can hold it in such a way that ``restored`` gives it back with its type."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, list):
        return [kept(each) for each in value]
    for name, kind in _KEPT.items():
        if isinstance(value, kind):
            return {name: value.iso_format()}
    raise GraphServiceError(f"The graph holds a property of a kind that no backup has: {type(value).__name__}.")


def restored(value: object) -> object:
    """The property that ``kept`` made this of.

    Raises:
        BadBackup: it made this of none.
    """
    try:
        return _restored(value)
    except (ValueError, TypeError, KeyError) as error:
        raise BadBackup(f"It holds a property that no graph has: {str(value)[:60]!r}.") from error


def _restored(value: object) -> object:
    match value:
        case str():
            # half a character, which JSON can hold, is an error here
            value.encode()
            return value
        case int() if not -_LARGEST <= value < _LARGEST:
            raise ValueError
        case list():
            return [_restored(each) for each in value]
        case dict():
            ((name, text),) = value.items()
            return _KEPT[name].from_iso_format(text)
    return value
