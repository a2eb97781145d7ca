"""Neo4j's values as JSON has them."""

import base64
from collections.abc import Callable, Mapping
from datetime import date, time
from itertools import chain, zip_longest

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time


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
