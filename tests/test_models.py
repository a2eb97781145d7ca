"""The nouns of the service: what is taken for a day."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from graph_service.models import Day, read_day

_DAYS = TypeAdapter(Day)


@given(st.dates())
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    assert read_day(day.isoformat()) == day == read_day(day)
    assert _DAYS.validate_json(f'"{day.isoformat()}"') == day


@pytest.mark.parametrize(
    "given", ["", "0", "soon", "20310305", "2031-W10-3", "2031-02-30", "2031-3-5", "2031-03-05T00:00:00", 0, 1.5, True,
              datetime(2031, 3, 5)]
)  # fmt: skip
def test_what_is_no_day_is_refused(given: object) -> None:
    with pytest.raises(ValueError, match="day"):
        read_day(given)
    with pytest.raises(ValidationError, match="Input should be a valid date"):
        _DAYS.validate_python(given)
