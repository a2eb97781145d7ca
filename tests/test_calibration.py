"""Whether a confidence means something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.evaluation.calibration import Bin, calibration


def test_statements_of_one_confidence_are_compared_with_how_many_are_right() -> None:
    found = calibration([0.92, 0.98, 0.31, 0.33, 1.0], [True, False, False, True, True])
    assert [each.statements for each in found.bins] == [2, 3]
    assert found.bins[0] == pytest.approx(Bin(2, 0.32, 0.5))
    assert found.bins[1] == pytest.approx(Bin(3, 0.9667, 0.6667), abs=1e-3)
    assert found.error == pytest.approx((2 * 0.18 + 3 * 0.3) / 5)


def test_nothing_is_off_where_there_is_nothing() -> None:
    assert calibration([], []) == ((), 0)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans())))
def test_the_error_is_a_share(rows: list[tuple[float, bool]]) -> None:
    found = calibration([chance for chance, _ in rows], [right for _, right in rows])
    assert 0 <= found.error <= 1
    assert sum(each.statements for each in found.bins) == len(rows)
