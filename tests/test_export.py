"""Rows as CSV; walking all pages is tested against Neo4j with the command ``export``."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.export import csv_header, csv_text


def cells(*values: object) -> list[str]:
    columns = [f"c{number}" for number in range(len(values))]
    [row] = csv.reader(io.StringIO(csv_text([dict(zip(columns, values, strict=True))], columns), newline=""))
    return row


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (7, "7"),
        (0.25, "0.25"),
        (["Ana", "Bo"], "Ana; Bo"),
        ([], ""),
        ([[0, 5], [9, 12]], "[[0, 5], [9, 12]]"),
        ('a "b", c\nd', 'a "b", c\nd'),
        ("=1+1", "'=1+1"),
        (["@x"], "'@x"),
        (-1, "-1"),
    ],
)
def test_cells(value: object, text: str) -> None:
    assert cells("first", value) == ["first", text]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_a_text_comes_back_as_it_was(text: str) -> None:
    [found] = cells(text)
    assert found.removeprefix("'") == text.removeprefix("'")


def test_only_the_columns_and_in_their_order() -> None:
    assert csv_header(("b", "a")) + csv_text([{"a": 1, "b": 2, "c": 3}], ("b", "a")) == "b,a\r\n2,1\r\n"
