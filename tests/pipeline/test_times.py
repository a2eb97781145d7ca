"""When, by the words of a statement: days of the calendar, and days counted from a Wednesday, 13 March 2024."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.models import Span, TimeExpression
from graph_service.pipeline.calendar_days import nearest, shifted
from graph_service.pipeline.times import time_expressions
from tests.pipeline.reading import read

DAY = date(2024, 3, 13)


def times(text: str, day: date | None = DAY, *, future: bool | None = None) -> list[TimeExpression]:
    return list(time_expressions(text, Span(0, len(text)), day, lambda _: future))


def days(text: str, day: date | None = DAY, *, future: bool | None = None) -> tuple[str, str, str]:
    (found,) = times(text, day, future=future)
    return found.text, str(found.begin or ""), str(found.end or "")


# what is said, the expression, its first and its last day
ABSOLUTE = [
    ("it ends on 3 June 2024 at noon", "on 3 June 2024", "2024-06-03", "2024-06-03"),
    ("it ends on June 3, 2024", "on June 3, 2024", "2024-06-03", "2024-06-03"),
    ("it ended on the 3rd of June 2024", "on the 3rd of June 2024", "2024-06-03", "2024-06-03"),
    ("it ends on 2024-06-03", "on 2024-06-03", "2024-06-03", "2024-06-03"),
    ("it ended in June 2023", "in June 2023", "2023-06-01", "2023-06-30"),
    ("it ended in Feb. 2024", "in Feb. 2024", "2024-02-01", "2024-02-29"),
    ("it was built in 1998", "in 1998", "1998-01-01", "1998-12-31"),
    ("it ends by 2030", "by 2030", "", "2030-12-31"),
    ("it is ready by the end of 2025", "by the end of 2025", "", "2025-12-31"),
    ("it ends before 2030", "before 2030", "", "2029-12-31"),
    ("it has been shut since 2014", "since 2014", "2014-01-01", ""),
    ("it opens after June 2025", "after June 2025", "2025-07-01", ""),
    ("it lasts until May 2025", "until May 2025", "", "2025-05-31"),
    ("it lasted from 2014 to 2022", "from 2014 to 2022", "2014-01-01", "2022-12-31"),
    ("it lasted from 2014 until 2022", "from 2014 until 2022", "2014-01-01", "2022-12-31"),
    ("it opens between May and July 2025", "between May and July 2025", "2025-05-01", "2025-07-31"),
    ("it opens between November and February 2026", "between November and February 2026", "2025-11-01", "2026-02-28"),
    ("it opens in the first quarter of 2025", "in the first quarter of 2025", "2025-01-01", "2025-03-31"),
    ("it opened in Q4 2023", "in Q4 2023", "2023-10-01", "2023-12-31"),
    ("it opens in early 2025", "in early 2025", "2025-01-01", "2025-12-31"),
]
RELATIVE = [
    ("it opens today", "today", "2024-03-13", "2024-03-13"),
    ("it opens tomorrow", "tomorrow", "2024-03-14", "2024-03-14"),
    ("it closed yesterday", "yesterday", "2024-03-12", "2024-03-12"),
    ("it closed last night", "last night", "2024-03-12", "2024-03-12"),
    ("it opens tonight", "tonight", "2024-03-13", "2024-03-13"),
    ("it opens on Wednesday", "on Wednesday", "2024-03-13", "2024-03-13"),
    ("it opens next Tuesday", "next Tuesday", "2024-03-19", "2024-03-19"),
    ("it closed last Friday", "last Friday", "2024-03-08", "2024-03-08"),
    ("it opens this Friday", "this Friday", "2024-03-15", "2024-03-15"),
    ("it opens next week", "next week", "2024-03-18", "2024-03-24"),
    ("it closed last week", "last week", "2024-03-04", "2024-03-10"),
    ("it opens this weekend", "this weekend", "2024-03-16", "2024-03-17"),
    ("it opens next month", "next month", "2024-04-01", "2024-04-30"),
    ("it closed last year", "last year", "2023-01-01", "2023-12-31"),
    ("it has been shut since last week", "since last week", "2024-03-04", ""),
    ("it is ready by next year", "by next year", "", "2025-12-31"),
    ("it closed three days ago", "three days ago", "2024-03-10", "2024-03-10"),
    ("it closed two weeks ago", "two weeks ago", "2024-02-26", "2024-03-03"),
    ("it closed a year ago", "a year ago", "2023-01-01", "2023-12-31"),
    ("it opens in the next ten days", "in the next ten days", "2024-03-13", "2024-03-23"),
    ("it rained over the past two weeks", "over the past two weeks", "2024-02-28", "2024-03-13"),
    ("it opens on 3 June", "on 3 June", "2024-06-03", "2024-06-03"),
    ("it closed on December 28", "on December 28", "2023-12-28", "2023-12-28"),
    ("it opens in March", "in March", "2024-03-01", "2024-03-31"),
]
BY_TENSE = [
    ("on Tuesday", True, "2024-03-19", "2024-03-19"),
    ("on Tuesday", False, "2024-03-12", "2024-03-12"),
    ("on Monday morning", False, "2024-03-11", "2024-03-11"),
    ("by Friday", True, "", "2024-03-15"),
    ("in June", True, "2024-06-01", "2024-06-30"),
    ("in June", False, "2023-06-01", "2023-06-30"),
    ("since January", False, "2024-01-01", ""),
]
UNSURE = [
    "it opens on Tuesday",
    "it opens next Friday",
    "it closed last Monday",
    "it opens in June",
    "it opens on 31 February 2024",
    "the returns from 1995",
    "it opens on 11 September",
    "it opens before the end of 2025",
]
NO_TIME = [
    "in 2000 homes it is dark",
    "he may 5 times go",
    "today's vote is lost",
    "2024 pumps are there",
    "it may march on",
    "this was a second time",
    "a day in the life of a year",
    "call 2024-99 at room 1998",
]


@pytest.mark.parametrize(("text", "words", "begin", "end"), [*ABSOLUTE, *RELATIVE])
def test_times_are_days(text: str, words: str, begin: str, end: str) -> None:
    assert days(text) == (words, begin, end)


@pytest.mark.parametrize(("text", "future", "begin", "end"), BY_TENSE)
def test_the_tense_tells_which_one_is_meant(text: str, future: bool, begin: str, end: str) -> None:
    assert days(text, future=future) == (text, begin, end)


@pytest.mark.parametrize("text", UNSURE)
def test_what_may_be_two_days_is_none(text: str) -> None:
    assert days(text)[1:] == ("", "")


@pytest.mark.parametrize("text", NO_TIME)
def test_other_words_are_no_times(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize("text", [each[0] for each in ABSOLUTE])
def test_the_calendar_needs_no_article(text: str) -> None:
    assert days(text, None) == days(text)


@pytest.mark.parametrize("text", [each[0] for each in RELATIVE])
def test_without_a_date_nothing_is_counted_from_it(text: str) -> None:
    assert times(text, None) == []


@given(st.sampled_from([each[0] for each in [*ABSOLUTE, *RELATIVE]]), st.dates(), st.sampled_from([True, False, None]))
def test_no_time_ends_before_it_begins(text: str, day: date, future: bool | None) -> None:
    for found in times(text, day, future=future):
        assert text[found.span.start : found.span.end] == found.text
        assert found.begin is None or found.end is None or found.begin <= found.end


@given(st.integers(min_value=-500, max_value=500), st.sampled_from(["on Tuesday", "next week", "last Friday", "today"]))
def test_a_week_later_everything_is_a_week_later(weeks: int, text: str) -> None:
    later = timedelta(weeks=weeks)
    (first,), (second,) = times(text, future=True), times(text, DAY + later, future=True)
    assert first.begin is not None
    assert second.begin == first.begin + later


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(["by", "May", "2024", "3", "next", "week", "to", "–", "Monday"])).map(" ".join)
)
def test_any_text_can_be_read(text: str) -> None:
    found = times(text, future=True)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9998, 12, 31)), st.integers(-300, 300))
def test_months_are_whole(day: date, step: int) -> None:
    try:
        month = shifted(day, "month", step)
    except ValueError:
        return
    assert month is not None
    assert month.begin.day == 1
    assert (month.end + timedelta(days=1)).day == 1 or month.end == date.max


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9998, 12, 31)))
def test_a_day_is_nearest_to_itself(day: date) -> None:
    found = nearest(day, day.month, day.day)
    assert found is not None
    assert found.begin == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lindqvist said the port would open on Tuesday.", [("on Tuesday", "2024-03-19")]),
        ("Ada Lindqvist said the port had opened on Tuesday.", [("on Tuesday", "2024-03-12")]),
        ("Ada Lindqvist said the debate on Tuesday was long.", [("on Tuesday", "None")]),
        ("Ada Lindqvist plans to leave in June.", [("in June", "2024-06-01")]),
        ("On Monday Ada Lindqvist said the port was shut.", []),
    ],
)
def test_times_of_statements(text: str, expected: list[tuple[str, str]]) -> None:
    (statement,) = read(text).statements
    assert [(each.text, str(each.begin)) for each in statement.times] == expected
