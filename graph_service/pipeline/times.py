"""When something happens by the words of a statement: days by the calendar, and counted from the article's day.

Only what the words tell for certain is resolved; an expression may stay without days.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from graph_service.models import Span, TimeExpression
from graph_service.pipeline.calendar_days import (
    DAYS,
    MONTHS,
    NUMBERS,
    Interval,
    month_at,
    month_of,
    nearest,
    one_day,
    quarter_of,
    shifted,
    weekday_at,
    year_of,
)

#: whether what happens at an offset is still to come; None where the words do not tell
Tense = Callable[[int], bool | None]


class _Context(NamedTuple):
    """What an expression is read with: the article's day, and the tense where it stands."""

    day: date
    is_future: Callable[[], bool | None]


_Groups = dict[str, str]


class _Case(NamedTuple):
    """A form of expressions, and how it is read."""

    pattern: re.Pattern[str]
    # by the calendar alone, or by the article's day
    absolute: Callable[[_Groups], Interval | None] | None = None
    relative: Callable[[_Groups, _Context], Interval | None] | None = None
    # a preposition must stand before it
    is_bound: bool = False


_MONTH = r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|April|Apr\.|May|June|July|Aug(?:ust|\.)?"
_MONTH += r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_WEEKDAY = "(?P<weekday>" + "|".join(day.title() for day in DAYS) + ")"
_COUNT = r"(?P<count>\d{1,2}|" + "|".join(NUMBERS) + ")"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_NUMBER = r"(?P<number>\d{1,2})(?:st|nd|rd|th)?"
# a bare number is a year only where no noun follows that it could count
_NO_NOUN = (
    r"(?=\s*(?:[.,;:!?)\[\]”\"’'…–—-]|$)|\s+(?:and|to|or|but|when|if|as|that|the|he|she|they|it|we|was|were|is|are|will"
    r"|would|has|had|in|on|at|with|for|by|because|while|before|after|which|who|despite|without|through|until|under|than"
    r"|from|a|an|his|her|its|their|our)\b)"
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_STEPS = {"last": -1, "this": 0, "the current": 0, "next": 1}
_AROUND = {"yesterday": -1, "last night": -1, "tomorrow": 1}


def _month_number(groups: _Groups) -> int:
    return MONTHS[groups["month"][:3].lower()]


def _dated(groups: _Groups) -> Interval | None:
    return one_day(int(groups["year"]), _month_number(groups), int(groups["number"]))


def _count(groups: _Groups) -> int:
    return NUMBERS.get(groups["count"].lower()) or int(groups["count"])


def _quarter(groups: _Groups) -> Interval:
    number = int(groups["quarter"]) if groups.get("quarter") else _ORDINALS[groups["ordinal"].lower()]
    return quarter_of(int(groups["year"]), number)


def _within(groups: _Groups, context: _Context) -> Interval:
    """ "In the next ten days", "over the past two weeks": counted from the article's day."""
    length = timedelta(days=_count(groups) * (7 if groups["unit"].lower() == "week" else 1))
    if groups["side"].lower() in {"past", "last"}:
        return Interval(context.day - length, context.day)
    return Interval(context.day, context.day + length)


_CASES = (
    _Case(
        re.compile(rf"\b{_YEAR[:-2]}-(?P<mm>\d\d)-(?P<number>\d\d)\b"),
        lambda g: one_day(int(g["year"]), int(g["mm"]), int(g["number"])),
    ),
    _Case(re.compile(rf"\b{_NUMBER}(?: of)? {_MONTH},? {_YEAR}"), _dated),
    _Case(re.compile(rf"\b{_MONTH} {_NUMBER},? {_YEAR}"), _dated),
    _Case(
        re.compile(rf"\b{_NUMBER}(?: of)? {_MONTH}(?!\w)"),
        relative=lambda g, c: nearest(c.day, _month_number(g), int(g["number"])),
    ),
    _Case(
        re.compile(rf"\b{_MONTH} {_NUMBER}(?![\w:]|,\d|\.\d)"),
        relative=lambda g, c: nearest(c.day, _month_number(g), int(g["number"])),
    ),
    _Case(re.compile(rf"\b{_MONTH},? (?:of )?{_YEAR}"), lambda g: month_of(int(g["year"]), _month_number(g))),
    _Case(
        re.compile(rf"\b{_MONTH}(?!\w)(?! \d)"),
        relative=lambda g, c: month_at(c.day, _month_number(g), c.is_future),
        is_bound=True,
    ),
    _Case(re.compile(rf"\bQ(?P<quarter>[1-4]) (?:of )?{_YEAR}"), _quarter),
    _Case(re.compile(rf"(?i:\b(?P<ordinal>first|second|third|fourth) quarter (?:of )?){_YEAR}"), _quarter),
    _Case(re.compile(_YEAR + _NO_NOUN), lambda g: year_of(int(g["year"])), is_bound=True),
    _Case(
        re.compile(
            r"(?i:\b(?P<word>today|tonight|tomorrow|yesterday|last night|this (?:morning|afternoon|evening))\b)"
            r"(?!['’]s)"
        ),
        relative=lambda g, c: shifted(c.day, "day", _AROUND.get(g["word"].lower(), 0)),
    ),
    _Case(
        re.compile(rf"\b(?:(?P<which>(?i:last|next|this)) )?{_WEEKDAY}\b(?: (?:morning|afternoon|evening|night)\b)?"),
        relative=lambda g, c: weekday_at(c.day, DAYS[g["weekday"].lower()], g.get("which", "").lower(), c.is_future),
    ),
    _Case(
        re.compile(r"(?i:\b(?P<which>last|this|next|the current) (?P<unit>weekend|week|month|year)\b)(?!['’-]| of\b)"),
        relative=lambda g, c: shifted(c.day, g["unit"].lower(), _STEPS[g["which"].lower()]),
    ),
    _Case(
        re.compile(rf"(?i:\b{_COUNT} (?P<unit>day|week|month|year)s? ago\b)"),
        relative=lambda g, c: shifted(c.day, g["unit"].lower(), -_count(g)),
    ),
    _Case(
        re.compile(
            rf"(?i:\b(?:in|within|over|during) the (?P<side>next|coming|past|last) {_COUNT} (?P<unit>day|week)s?\b)"
        ),
        relative=_within,
    ),
)
_MAY_HOLD_ONE = re.compile(
    r"\d{4}|day\b|days?\b|weeks?\b|weekend|months?\b|year|night|morning|afternoon|evening|tomorrow|Jan|Feb|Mar|Apr|May"
    r"|June|July|Aug|Sep|Oct|Nov|Dec",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?P<word>by|until|till|before|since|after|from|between|in|on|at|during|of|through|to|and|early|late|mid)\s+"
    r"(?:the\s+)?(?P<edge>(?:end|start|beginning|middle) of\s+|early\s+|late\s+|mid-)?(?:the\s+)?(?:year\s+)?$",
    re.IGNORECASE,
)
# these say nothing of when, and are no part of the expression
_NO_PART = frozenset({"of", "to", "and"})
_JOINS = re.compile(r"\s+(?:to|until|till|through|and)\s+(?:the\s+end\s+of\s+)?|\s?[–-]\s?")
_UNTIL = frozenset({"by", "until", "till", "through"})
_ONE_DAY = timedelta(days=1)
_REACH = 40


class _Point(NamedTuple):
    start: int
    end: int
    interval: Interval | None
    preposition: str
    has_edge: bool
    # of a month without a year, which takes that of the other end of a range
    month: int | None


def time_expressions(text: str, span: Span, day: date | None, tense: Tense) -> Iterator[TimeExpression]:
    """The expressions of time in a stretch of an article, in order, with their prepositions and the days they mean.

    ``day`` is the article's; without it only those are found that tell their days by themselves.
    """
    if not _MAY_HOLD_ONE.search(text, *span):
        return
    points = _points(text, span, day, tense)
    while points:
        point, following = points.pop(0), points[0] if points else None
        if following is not None and point.preposition in {"from", "between"} and _joined(text, point, following):
            points.pop(0)
            yield _ranged(text, point, following)
        elif day is not None or point.month is None:
            yield _expression(text, point)


def _points(text: str, span: Span, day: date | None, tense: Tense) -> list[_Point]:
    """The expressions that overlap no longer one, in order."""
    found = [point for case in _CASES for point in _read(text, span, case, day, tense)]
    chosen: list[_Point] = []
    for point in sorted(found, key=lambda each: (each[0] - each[1], each[0])):
        if all(point.end <= other.start or other.end <= point.start for other in chosen):
            chosen.append(point)
    return sorted(chosen)


def _read(text: str, span: Span, case: _Case, day: date | None, tense: Tense) -> Iterator[_Point]:
    for match in case.pattern.finditer(text, *span):
        before = _BEFORE.search(text, max(span.start, match.start() - _REACH), match.start())
        groups = {name: value for name, value in match.groupdict().items() if value is not None}
        month = _month_number(groups) if "month" in groups and not groups.keys() & {"year", "number"} else None
        if (case.is_bound and before is None) or (case.absolute is None and day is None and month is None):
            continue
        interval = _interval(case, groups, day, partial(tense, match.start()))
        is_told = before is not None and (before["word"].lower() not in _NO_PART or before["edge"])
        start = before.start() if before is not None and is_told else match.start()
        word = before["word"].lower() if before is not None else ""
        yield _Point(start, match.end(), interval, word, bool(before is not None and before["edge"]), month)


def _interval(case: _Case, groups: _Groups, day: date | None, is_future: Callable[[], bool | None]) -> Interval | None:
    try:
        if case.absolute is not None:
            return case.absolute(groups)
        return case.relative(groups, _Context(day, is_future)) if case.relative and day else None
    except (OverflowError, ValueError):
        # before or after all calendars
        return None


def _joined(text: str, first: _Point, second: _Point) -> bool:
    """Whether two expressions are the ends of a range: "from May to July 2024"."""
    between = text[first.end : second.start]
    return bool(_JOINS.fullmatch(between)) or (not between.strip() and second.preposition in {"until", "through"})


def _ranged(text: str, first: _Point, second: _Point) -> TimeExpression:
    """Both ends or none; "between May and July 2024" begins in the May before that July ends."""
    begin, end = first.interval and first.interval.begin, second.interval and second.interval.end
    if first.month is not None and end is not None:
        begin = month_of(end.year - (first.month > end.month), first.month).begin
    if begin is None or end is None or begin > end:
        begin = end = None
    span = Span(first.start, second.end)
    return TimeExpression(span=span, text=text[span.start : span.end], begin=begin, end=end)


def _expression(text: str, point: _Point) -> TimeExpression:
    begin, end = _opened(point) if point.interval is not None else (None, None)
    return TimeExpression(span=Span(point.start, point.end), text=text[point.start : point.end], begin=begin, end=end)


def _opened(point: _Point) -> tuple[date | None, date | None]:
    """The days by the preposition: "by 2030" has no first day, "since Monday" no last one.

    "From" tells neither: "the returns from 1995" are not open from 1995.
    """
    interval = point.interval
    is_vague = point.has_edge and point.preposition in {"before", "after", "since"}
    if interval is None or is_vague or point.preposition == "from":
        return None, None
    begins, ends = interval
    if point.preposition in _UNTIL:
        return None, ends
    if point.preposition == "before":
        return None, begins - _ONE_DAY
    if point.preposition == "after":
        return ends + _ONE_DAY, None
    return begins, None if point.preposition == "since" else ends
