"""Arithmetic of days: weeks run from Monday to Sunday, months and years by the calendar."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

DAYS = {
    name: number
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
_MONTH_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
#: by their first three letters
MONTHS = {name[:3]: number for number, name in enumerate(_MONTH_NAMES, start=1)}
NUMBERS = {
    word: number
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=1
    )
} | {"a": 1}
_WEEK = 7
_SATURDAY = 5
# a day without a year is the nearest one, if it is clearly nearer than that of the year before or after
_CLEARLY_NEAR = timedelta(days=150)


class Interval(NamedTuple):
    """First and last day, both inclusive."""

    begin: date
    end: date


def one_day(year: int, month: int, number: int) -> Interval | None:
    """A day by its numbers; None for one that is in no calendar."""
    try:
        found = date(year, month, number)
    except ValueError:
        return None
    return Interval(found, found)


def nearest(day: date, month: int, number: int) -> Interval | None:
    """The day of that month that is nearest to another day, where no other year's is about as near."""
    found = [one_day(year, month, number) for year in (day.year - 1, day.year, day.year + 1)]
    near = [each for each in found if each is not None and abs(each.begin - day) <= _CLEARLY_NEAR]
    return near[0] if len(near) == 1 else None


def month_of(year: int, month: int) -> Interval:
    """A month."""
    return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def year_of(year: int) -> Interval:
    """A year."""
    return Interval(date(year, 1, 1), date(year, 12, 31))


def quarter_of(year: int, quarter: int) -> Interval:
    """A quarter of a year, from 1 to 4."""
    return Interval(month_of(year, 3 * quarter - 2).begin, month_of(year, 3 * quarter).end)


def shifted(day: date, unit: str, step: int) -> Interval | None:
    """The day, week, weekend, month or year that is ``step`` ones after that of a day; of a weekend day no weekend."""
    if unit == "day":
        found = day + timedelta(days=step)
        return Interval(found, found)
    if unit == "month":
        months = day.year * 12 + day.month - 1 + step
        return month_of(months // 12, months % 12 + 1)
    if unit == "year":
        return year_of(day.year + step)
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=step)
    if unit == "week":
        return Interval(monday, monday + timedelta(days=6))
    saturday = monday + timedelta(days=_SATURDAY)
    return Interval(saturday, saturday + timedelta(days=1)) if day.weekday() < _SATURDAY else None


def weekday_at(day: date, weekday: int, which: str, is_future: Callable[[], bool | None]) -> Interval | None:
    """The weekday that is meant on a day; None where two are possible.

    ``which`` is "last", "next", "this" or "": "next Friday" on a Monday may be either of two, on a Saturday it is one.
    """
    ahead = (weekday - day.weekday()) % _WEEK
    in_this_week = weekday - day.weekday()
    step: int | None
    if which == "next":
        step = None if in_this_week > 0 else ahead or _WEEK
    elif which == "last":
        step = None if in_this_week < 0 else (ahead - _WEEK)
    elif which == "this":
        step = in_this_week
    elif ahead == 0:
        step = 0
    else:
        future = is_future()
        step = None if future is None else ahead if future else ahead - _WEEK
    return None if step is None else shifted(day, "day", step)


def month_at(day: date, month: int, is_future: Callable[[], bool | None]) -> Interval | None:
    """The month that is meant on a day, by the tense; the day's own month is itself."""
    if month == day.month:
        return month_of(day.year, month)
    future = is_future()
    if future is None:
        return None
    return month_of(day.year + (month < day.month if future else -(month > day.month)), month)
