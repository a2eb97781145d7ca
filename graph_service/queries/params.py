"""The parameters of a query: their types, their bounds, and what a raw value becomes."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from graph_service.errors import BadParameter
from graph_service.ids import fold
from graph_service.models import read_day

_LONGEST_TEXT = 1_000
_LARGEST_INTEGER = 2**63 - 1
_INTEGER = re.compile(r"[+-]?\d{1,19}")
_TRUE, _FALSE = {"true", "yes", "1"}, {"false", "no", "0"}


class ParamType(StrEnum):
    """What a parameter takes; ``row`` and ``rows`` are for the service's own writes."""

    # an entity's id
    ENTITY = "entity"
    STRING = "string"
    # a string that is folded, as names are stored for looking up
    NAME = "name"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    # YYYY-MM-DD
    DATE = "date"
    STRINGS = "strings"
    ROW = "row"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Param:
    """One declared parameter of a query."""

    name: str
    type: ParamType
    summary: str
    required: bool = True
    default: object = None
    # the only values of a string
    choices: tuple[str, ...] = ()
    # bounds of an integer, both inclusive
    minimum: int | None = None
    maximum: int | None = None
    # a value that finds something in the demo graph
    example: object = None

    @property
    def expected(self) -> str:
        """What a value must be, for people."""
        if self.choices:
            return "one of " + ", ".join(self.choices)
        if self.minimum is not None:
            return f"an integer from {self.minimum} to {self.maximum}"
        return _EXPECTED[self.type]

    def coerce(self, raw: object) -> object:
        """The value for Neo4j: from a text, as it comes from a URL or a command line, or from a Python value.

        Raises:
            BadParameter: it is not of the type, or out of bounds.
        """
        if raw is None and not self.required and self.default is None:
            return None
        try:
            value = _COERCE[self.type](raw)
        except (ValueError, TypeError) as error:
            raise self._bad() from error
        if self.choices and value not in self.choices:
            raise self._bad()
        if self.minimum is not None and isinstance(value, int) and not self.minimum <= value <= (self.maximum or 0):
            raise self._bad()
        return value

    def _bad(self) -> BadParameter:
        return BadParameter(f"Parameter {self.name} must be {self.expected}.")


def _text(raw: object) -> str:
    if not isinstance(raw, str) or not raw.strip() or len(raw) > _LONGEST_TEXT:
        raise ValueError
    raw.encode()
    return raw


def _name(raw: object) -> str:
    return _text(fold(_text(raw)))


def _integer(raw: object) -> int:
    if isinstance(raw, str) and _INTEGER.fullmatch(raw.strip()):
        raw = int(raw)
    if not isinstance(raw, int) or isinstance(raw, bool) or abs(raw) > _LARGEST_INTEGER:
        raise ValueError
    return raw


def _number(raw: object) -> float:
    if isinstance(raw, bool) or not isinstance(raw, int | float | str) or not math.isfinite(value := float(raw)):
        raise ValueError
    return value


def _boolean(raw: object) -> bool:
    if isinstance(raw, bool):
        return raw
    word = _text(raw).strip().casefold()
    if word not in _TRUE | _FALSE:
        raise ValueError
    return word in _TRUE


def _strings(raw: object) -> list[str]:
    if isinstance(raw, str):
        raw = raw.split(",")
    if not isinstance(raw, list | tuple):
        raise TypeError
    return [_text(each).strip() for each in raw]


def _row(raw: object) -> dict[str, object]:
    if not isinstance(raw, dict):
        raise TypeError
    return raw


def _rows(raw: object) -> list[object]:
    if not isinstance(raw, list):
        raise TypeError
    return raw


_COERCE: dict[ParamType, Callable[[object], object]] = {
    ParamType.ENTITY: _text,
    ParamType.STRING: _text,
    ParamType.NAME: _name,
    ParamType.INTEGER: _integer,
    ParamType.NUMBER: _number,
    ParamType.BOOLEAN: _boolean,
    ParamType.DATE: read_day,
    ParamType.STRINGS: _strings,
    ParamType.ROW: _row,
    ParamType.ROWS: _rows,
}
_EXPECTED: dict[ParamType, str] = {
    ParamType.ENTITY: "the id of an entity",
    ParamType.STRING: f"a text of 1 to {_LONGEST_TEXT} characters",
    ParamType.NAME: f"a name of 1 to {_LONGEST_TEXT} characters",
    ParamType.INTEGER: "an integer",
    ParamType.NUMBER: "a number",
    ParamType.BOOLEAN: "true or false",
    ParamType.DATE: "a day as YYYY-MM-DD",
    ParamType.STRINGS: "a list of texts",
    ParamType.ROW: "a map",
    ParamType.ROWS: "a list of maps",
}
