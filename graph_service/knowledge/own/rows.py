"""A file of own entities as rows: every value is text, and every field knows its line.

YAML is read from its events, so that nothing in it can become an object: no tags, no anchors, no aliases; "NO" is text.
"""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from yaml.events import AliasEvent, Event, MappingStartEvent, NodeEvent, ScalarEvent, SequenceStartEvent

from graph_service.knowledge.base import AliasKind
from graph_service.knowledge.own.problems import Problem, Wrong

Place = tuple[str | int, ...]
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# a list of entities with lists of objects with fields is four
_DEEPEST = 6
_FORM = "it must be one list of entities, each beginning with `- type:`"
_ROLE = ("title", "of", "from", "until")
_KIND = re.compile(rf"(?P<text>.+) \((?P<kind>{'|'.join(AliasKind)})\)")


class Row(NamedTuple):
    """One entity as it is written."""

    fields: dict[str, Any]
    # where each field stands: ("roles", 0, "from"); the entity itself: ()
    lines: dict[Place, int]

    def line(self, place: Place) -> int:
        """The line of a field, or of what it belongs to."""
        return next((self.lines[place[:end]] for end in range(len(place), -1, -1) if place[:end] in self.lines), 1)


def rows(path: Path, data: bytes) -> list[Row]:
    """The entities of a file; its name tells whether it is YAML or CSV.

    Raises:
        Wrong: it is neither, or not well formed.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Wrong(Problem(line, "", "it is not UTF-8")) from error
    match path.suffix.lower():
        case ".yaml" | ".yml":
            return list(_yaml(text))
        case ".csv":
            return list(_csv(text))
    raise Wrong(Problem(1, "", "the file's name must end in .yaml, .yml or .csv"))


# --- YAML -------------------------------------------------------------------------------------------------------------


def _yaml(text: str) -> Iterator[Row]:
    ahead = _events(text)
    first = next(ahead, None)
    if first is None:
        return
    if not isinstance(first, SequenceStartEvent):
        raise Wrong(Problem(_line(first), "", _FORM))
    while not isinstance(event := next(ahead), yaml.SequenceEndEvent):
        lines: dict[Place, int] = {}
        fields = _node(event, ahead, (), lines)
        if not isinstance(fields, dict):
            raise Wrong(Problem(lines[()], "", "it must be an entity with fields, as `- type: person`"))
        yield Row(fields, lines)
    for event in ahead:
        raise Wrong(Problem(_line(event), "", _FORM))


def _events(text: str) -> Iterator[Event]:
    """What a text says, bit by bit: where it is nested too deep, the rest would take the parser minutes."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                raise Wrong(Problem(_line(event), "", "it is nested too deep"))
            if isinstance(event, NodeEvent | yaml.CollectionEndEvent):
                yield event
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Wrong(Problem(mark.line + 1 if mark else 1, "", f"it is not YAML: {error.problem}")) from error
    except (yaml.YAMLError, ValueError) as error:
        raise Wrong(Problem(1, "", f"it is not YAML: {' '.join(str(error).split())}")) from error


def _node(event: Event, ahead: Iterator[Event], place: Place, lines: dict[Place, int]) -> Any:
    line = lines[place] = _line(event)
    tag = getattr(event, "tag", None)
    if isinstance(event, AliasEvent) or getattr(event, "anchor", None) or tag:
        what = f"tags ({tag})" if tag else "anchors and aliases"
        raise Wrong(Problem(line, field_name(place), f"{what} are not read: write the value itself"))
    if isinstance(event, ScalarEvent):
        return None if not event.style and event.value in {"", "~", "null"} else event.value
    return _list(ahead, place, lines) if isinstance(event, SequenceStartEvent) else _object(ahead, place, lines)


def _list(ahead: Iterator[Event], place: Place, lines: dict[Place, int]) -> list[Any]:
    found: list[Any] = []
    while not isinstance(event := next(ahead), yaml.SequenceEndEvent):
        found.append(_node(event, ahead, (*place, len(found)), lines))
    return found


def _object(ahead: Iterator[Event], place: Place, lines: dict[Place, int]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    while not isinstance(event := next(ahead), yaml.MappingEndEvent):
        line = _line(event)
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            raise Wrong(Problem(line, field_name(place), "the name of a field must be a word"))
        key = str(_node(event, ahead, place, {}))
        if key in found:
            raise Wrong(Problem(line, field_name((*place, key)), "it is given twice"))
        found[key] = _node(next(ahead), ahead, (*place, key), lines)
        lines[*place, key] = line
    return found


def _line(event: Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def field_name(place: Place) -> str:
    """ "roles[0].from" of ("roles", 0, "from")."""
    return "".join(f"[{each}]" if isinstance(each, int) else f".{each}" for each in place).removeprefix(".")


# --- CSV --------------------------------------------------------------------------------------------------------------


def _csv(text: str) -> Iterator[Row]:
    """Columns are fields; several values of one field are separated by ``|``, the parts of a role by ``/``."""
    reader = csv.DictReader(StringIO(text, newline=""), strict=True)
    try:
        for fields in reader:
            if None in fields or None in fields.values():
                raise Wrong(Problem(reader.line_num, "", "it has not as many values as there are columns"))
            yield Row({name: _value(name, text) for name, text in fields.items()}, {(): reader.line_num})
    except csv.Error as error:
        raise Wrong(Problem(max(reader.line_num, 1), "", f"it is not CSV: {error}")) from error


def _value(name: str, text: str) -> Any:
    parts = [part.strip() for part in text.split("|") if part.strip()]
    match name:
        case "aliases":
            return [_alias(part) for part in parts]
        case "roles":
            return [dict(zip(_ROLE, _role(part), strict=False)) for part in parts]
        case "countries":
            return parts
    return text.strip() or None


def _alias(text: str) -> dict[str, str]:
    """ "Leopard (weak)" has a kind."""
    match = _KIND.fullmatch(text)
    return match.groupdict() if match else {"text": text}


def _role(text: str) -> list[str | None]:
    return [part.strip() or None for part in text.split("/", maxsplit=len(_ROLE) - 1)]
