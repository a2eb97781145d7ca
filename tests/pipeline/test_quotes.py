"""Quotation marks are paired by rule: one small case for each style, and what must hold for any text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.pipeline.quotes import quotations
from tests.work import calls


def found(text: str) -> list[tuple[str, ...]]:
    return [tuple(text[start:end] for start, end in quotation.pieces) for quotation in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said "yes" and "no."', [('"yes"',), ('"no."',)]),
        ("She said “yes” and “no.”", [("“yes”",), ("“no.”",)]),
        ("Elle dit «oui» et « non ».", [("«oui»",), ("« non »",)]),
        ("Er sagt »ja« dazu.", [("»ja«",)]),
        ("Er sagt „ja“ und „nein”.", [("„ja“",), ("„nein”",)]),
        ("``Yes,'' she said.", [("``Yes,''",)]),
        ("''Yes,'' she said. ''No.''", [("''Yes,''",), ("''No.''",)]),
        ('“Yes," she said.', [('“Yes,"',)]),
        ("‘Yes,’ she said.", [("‘Yes,’",)]),
        ("'Yes,' she said.", [("'Yes,'",)]),
        ('She said—"yes"—and left.', [('"yes"',)]),
        ('("Yes.")', [('"Yes."',)]),
    ],
)
def test_styles(text: str, expected: list[tuple[str, ...]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They don't know the ministers' plans.",
        "It’s the dogs’ day.",
        "Rock 'n' roll of the '90s, give 'em that.",
        "A pole of 6'2\" and a board of 5' 10\" lay there.",
        "‘Tis the season",
        "",
        "   \n\n ",
    ],
)
def test_apostrophes_are_no_quotation_marks(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"He told me "no" twice," she said.', [('"He told me "no" twice,"',)]),
        ("“He said ‘no’ to me,” she said.", [("“He said ‘no’ to me,”",)]),
        ("'He said \"no\" to me,' she said.", [("'He said \"no\" to me,'",)]),
        ("the 'boss's words' here", [("'boss's words'",)]),
    ],
)
def test_only_the_outermost_counts(text: str, expected: list[tuple[str, ...]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"One.\n"Two.\n"Three," she said.', [('"One.', '"Two.', '"Three,"')]),
        ("“One.\n\n“Two,” she said.", [("“One.", "“Two,”")]),
        ("“One.\n\nTwo,” she said.", [("“One.", "Two,”")]),
    ],
)
def test_a_quotation_goes_on_over_paragraphs(text: str, expected: list[tuple[str, ...]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One is open\nTwo is not.", [("“One is open",)]),
        ('"One. "Two," she said.', [('"One.',), ('"Two,"',)]),
        ("“One\n“Two\nThree", [("“One", "“Two")]),
        ("Lost” mark and “found” one.", [("“found”",)]),
    ],
)
def test_an_unbalanced_mark_stays_in_its_paragraph(text: str, expected: list[tuple[str, ...]]) -> None:
    assert found(text) == expected


def test_closed_tells_whether_the_last_mark_is_there() -> None:
    assert [quotation.closed for quotation in quotations('"Yes."\n\n“No')] == [True, False]


_TEXT = st.text(alphabet=st.sampled_from(list("ab .,'\"“”„«»‘’`\n\u2028\u05d0😀-")), max_size=80)


@given(_TEXT)
def test_any_text_gives_quotations_in_order_within_the_text(text: str) -> None:
    spans = [span for quotation in quotations(text) for span in quotation.pieces]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert all("\n" not in text[start:end] for start, end in spans)


@pytest.mark.parametrize("unit", ['"', "“", "'", "“a\n", '"a" ', "‘a’ b' ", "''", "”", "“‘"])
def test_many_marks_are_linear_work(unit: str) -> None:
    assert len(quotations(unit * 4_000)) <= 4_000
    few, many = (calls(lambda count=count: quotations(unit * count)) for count in (400, 4_000))
    # ten times the marks are ten times the work; a hundred times would be quadratic
    assert many < 12 * few
