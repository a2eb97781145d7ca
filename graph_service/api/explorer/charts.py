"""Bars over time, as the numbers of an SVG."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

_HEIGHT, _STEP, _GAP = 60, 10, 2
# few bars do not fill the width
_FEWEST = 20
#: more bars than this cannot be told apart
MOST = 400
_Row = Mapping[str, Any]


class Part(NamedTuple):
    """A stretch of a bar."""

    # positive, negative or neutral
    kind: str
    y: float
    height: float


class Bar(NamedTuple):
    """One period."""

    x: float
    first: date
    last: date
    statements: int
    parts: tuple[Part, ...]


class Chart(NamedTuple):
    """Bars side by side, with the periods that nothing was said in between."""

    width: float
    height: int
    step: int
    bars: tuple[Bar, ...]
    most: int


def chart(rows: Sequence[_Row], bucket: str) -> Chart | None:
    """The rows of a query over time; none where there are none. Of too many periods the last ones are shown."""
    if not rows:
        return None
    by_day = {date.fromisoformat(row["period"]): row for row in rows}
    days = _days(min(by_day), max(by_day), bucket)
    most = max(by_day[day]["statements"] for day in days if day in by_day)
    bars = (_bar(number, day, bucket, by_day.get(day), most) for number, day in enumerate(days))
    return Chart(max(len(days), _FEWEST) * _STEP, _HEIGHT, _STEP - _GAP, tuple(bars), most)


def _days(first: date, last: date, bucket: str) -> list[date]:
    days = [last]
    while days[-1] > first and len(days) < MOST:
        days.append(_STARTS[bucket](days[-1] - timedelta(days=1)))
    return days[::-1]


def _bar(number: int, day: date, bucket: str, row: _Row | None, most: int) -> Bar:
    statements = row["statements"] if row else 0
    last = _next(day, bucket) - timedelta(days=1)
    return Bar(number * _STEP, day, last, statements, _parts(row, _HEIGHT / most) if row else ())


def _parts(row: _Row, scale: float) -> tuple[Part, ...]:
    told = {"positive": row.get("positive", 0), "negative": row.get("negative", 0)}
    counts = {**told, "neutral": row["statements"] - sum(told.values())}
    parts: list[Part] = []
    top = float(_HEIGHT)
    for kind in ("negative", "neutral", "positive"):
        if counts[kind]:
            top -= counts[kind] * scale
            parts.append(Part(kind, round(top, 2), round(counts[kind] * scale, 2)))
    return tuple(parts)


def _next(day: date, bucket: str) -> date:
    # far enough to be in the next period, near enough not to leave it out
    return _STARTS[bucket](day + timedelta(days={"day": 1, "week": 7, "month": 31, "year": 366}[bucket]))


_STARTS: dict[str, Callable[[date], date]] = {
    "day": lambda day: day,
    "week": lambda day: day - timedelta(days=day.weekday()),
    "month": lambda day: day.replace(day=1),
    "year": lambda day: day.replace(month=1, day=1),
}
