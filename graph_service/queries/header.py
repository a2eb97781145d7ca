"""The header of a query's file, checked both ways.

::

    // name: statements_by_speaker
    // summary: What a speaker said, newest first.
    // param speaker: entity -- who speaks
    // param limit: integer(1..500) = 50 -- at most this many rows
    // example speaker: person:volodymyr-zelenskyy
    // returns: statement, speaker, text

Instead of ``returns`` a query may say ``continues: statement_row``: the file ``shared/statement_row.cypher`` beside it
is its second half and says what it returns. ``pages`` names the columns that tell where the next page begins; either
half may say it. A line ``// here: filtered_statements, most = $limit`` in the Cypher stands for a shared file too, with
``$limit`` where that has ``$most``. What stands between ``// if $speaker`` and ``// end``, or on a line that ends with
``// if $speaker``, is left out where that parameter is null; the whole text answers the same.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph_service.errors import BadParameter, CatalogueError
from graph_service.queries.params import Param, ParamType
from graph_service.queries.text import rename_parameters

_LINE = re.compile(r"//\s*(?P<key>name|summary|returns|pages|continues|param \w+|example \w+)\s*:\s*(?P<value>\S.*)")
_PARAM = re.compile(r"(?P<type>\w+)(?:\((?P<bounds>[^)]*)\))?(?:\s*=\s*(?P<default>.*?))?\s+--\s+(?P<summary>\S.*)")
_RANGE = re.compile(r"(?P<minimum>-?\d+)\.\.(?P<maximum>-?\d+)")
_CHOICES = re.compile(r"[\w-]+(?:\|[\w-]+)+")
_COLUMN = re.compile(r"\w+")
_HERE = re.compile(r"^// here: (?P<name>\w+)(?P<values>(?:, \w+ = \$?\w+)*)\n", re.MULTILINE)
_VALUE = re.compile(r"(\w+) = (\$?\w+)")
NOTHING = "nothing"


@dataclass
class Header:
    """What a file says of itself, and the Cypher below it."""

    file: str
    # the whole text; line numbers are lines of it
    text: str
    single: dict[str, str] = field(default_factory=dict)
    params: dict[str, Param] = field(default_factory=dict)
    # the line a parameter is declared on
    lines: dict[str, int] = field(default_factory=dict)

    @property
    def body(self) -> str:
        """The Cypher, without the header."""
        lines = self.text.splitlines(keepends=True)
        return "".join(lines[len(list(_header_lines(self.text))) :]).lstrip("\n")

    @property
    def shared(self) -> dict[str, int]:
        """The names of the shared files that belong to it, each with the line that says so."""
        found = {each["name"]: self.text.count("\n", 0, each.start()) + 1 for each in _HERE.finditer(self.text)}
        if last := self.single.get("continues"):
            found[last] = self.lines["continues"]
        return found

    def text_with(self, shared: Mapping[str, str]) -> str:
        """The whole Cypher, with the texts of the shared files in their places."""

        def put(here: re.Match[str]) -> str:
            return rename_parameters(shared[here["name"]], dict(_VALUE.findall(here["values"])))

        return _HERE.sub(put, self.body) + shared.get(self.single.get("continues", ""), "")

    def error(self, line: int, reason: str) -> CatalogueError:
        """The error for a line of this file, which counts from 1."""
        return CatalogueError(f"{self.file}:{line}: {reason}")

    def columns(self, key: str) -> tuple[str, ...]:
        """The column names of ``returns`` or ``pages``."""
        value = self.single.get(key, NOTHING)
        if value == NOTHING:
            return ()
        names = tuple(name.strip() for name in value.split(","))
        if len(set(names)) < len(names) or not all(_COLUMN.fullmatch(name) for name in names):
            raise self.error(self.lines[key], f"{key} must be different names with commas between them")
        return names


def read_header(path: Path, file: str) -> Header:
    """The header of a file; ``file`` is its name in errors.

    Raises:
        CatalogueError: a line of the header is not understood.
    """
    header = Header(file, path.read_text(encoding="utf-8"))
    for number, line in _header_lines(header.text):
        match = _LINE.fullmatch(line.rstrip())
        if match is None:
            raise header.error(number, f"not a line of a header: {line.strip()}")
        _take(header, number, match["key"], match["value"])
    return header


def _header_lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("//"):
            return
        yield number, line


def _take(header: Header, number: int, key: str, value: str) -> None:
    if key in header.lines:
        raise header.error(number, f"{key} is said twice")
    header.lines[key] = number
    kind, _, name = key.partition(" ")
    if kind == "param":
        header.params[name] = _param(header, number, name, value)
    elif kind == "example":
        header.params[name] = _with_example(header, number, name, value)
    else:
        header.single[key] = value


def _param(header: Header, number: int, name: str, value: str) -> Param:
    match = _PARAM.fullmatch(value)
    if match is None:
        raise header.error(number, f"a parameter is written `param {name}: type = default -- summary`")
    if match["type"] not in [str(each) for each in ParamType]:
        raise header.error(number, f"parameter {name} has the unknown type {match['type']}")
    param = Param(name, ParamType(match["type"]), match["summary"], required=match["default"] is None)
    if match["bounds"] is not None:
        param = _bounded(header, number, param, match["bounds"])
    return param if param.required else _with_default(header, number, param, match["default"])


def _bounded(header: Header, number: int, param: Param, bounds: str) -> Param:
    span = _RANGE.fullmatch(bounds)
    if param.type is ParamType.INTEGER and span and int(span["minimum"]) <= int(span["maximum"]):
        return replace(param, minimum=int(span["minimum"]), maximum=int(span["maximum"]))
    if param.type is ParamType.STRING and _CHOICES.fullmatch(bounds):
        return replace(param, choices=tuple(bounds.split("|")))
    raise header.error(number, f"parameter {param.name} has bounds that do not fit its type: ({bounds})")


def _with_default(header: Header, number: int, param: Param, default: str) -> Param:
    try:
        value = json.loads(default)
        return param if value is None else replace(param, default=param.coerce(value))
    except (json.JSONDecodeError, BadParameter) as error:
        raise header.error(number, f"parameter {param.name} has a default of another type: {default}") from error


def _with_example(header: Header, number: int, name: str, value: str) -> Param:
    if name not in header.params:
        raise header.error(number, f"an example for {name}, which is not declared above it")
    try:
        return replace(header.params[name], example=header.params[name].coerce(value))
    except BadParameter as error:
        raise header.error(number, f"the example for {name} does not fit: {error}") from error
