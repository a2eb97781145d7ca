"""An article as the tagger reads it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.pipeline.quotes import quotations
from graph_service.pipeline.tagger import model
from graph_service.pipeline.tagger.words import CAPITALISED, CAPITALS, INSIDE, LOWER, OPENS, OUTSIDE, Words

TOKENIZER = model.load_tokenizer(model.FOLDER / model.VOCABULARY)


def words(text: str) -> Words:
    return Words(text, TOKENIZER, quotations(text))


def strings(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text).spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruiz said so.", ["Ruiz", "said", "so", "."]),
        ("“Yes,” she said", ["“", "Yes", ",", "”", "she", "said"]),
        ("Zelenskyy’s call", ["Zelenskyy", "’", "s", "call"]),
        ("\n\n  \n", []),
        ("", []),
        ("Čapek à Łódź", ["Čapek", "à", "Łódź"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert strings(text) == expected


def test_how_words_are_quoted_and_written() -> None:
    found = words('NATO said: "We wait."\nRuiz left.')
    assert found.quoted.tolist() == [OUTSIDE] * 3 + [OPENS, INSIDE, INSIDE, INSIDE, INSIDE] + [OUTSIDE] * 3
    assert found.cases.tolist()[:2] == [CAPITALS, LOWER]
    assert found.cases.tolist()[4] == CAPITALISED
    assert found.opens_line.tolist() == [1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0]
    assert found.paragraphs.tolist() == [0] * 8 + [1] * 3


def test_styles_of_quotation_marks_are_one() -> None:
    plain, curly, angled = (words(text) for text in ('"We wait"', "“We wait”", "«We wait»"))
    assert plain.pieces.tolist() == curly.pieces.tolist() == angled.pieces.tolist()


def test_windows_keep_to_paragraphs() -> None:
    found = words("\n".join(["The dam is full and the port is shut ."] * 10))
    assert list(found.windows(25)) == [(i, i + 20) for i in range(0, 100, 20)]
    assert [each.end for each in found.windows(25, first=15)] == [10, 30, 50, 70, 90, 100]


def test_a_long_paragraph_is_cut_where_a_sentence_ends() -> None:
    found = words("The dam is full . " * 10)
    assert [each.end for each in found.windows(12)] == [10, 20, 30, 40, 50]


def test_a_word_longer_than_a_window_is_read_alone() -> None:
    found = words("ab-" * 5 + "x" * 90 + " end")
    assert sum(each.end - each.start for each in found.windows(4)) == len(found)


@given(st.text(alphabet=st.sampled_from("ab é'\"“”.\n\t\u202e\u200b😀漢字İßﬁ\xa0"), max_size=80))
def test_words_lie_in_the_text_in_order_and_windows_hold_each_once(text: str) -> None:
    found = words(text)
    spans = [edge for span in found.spans for edge in span]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in found.spans)
    assert [i for each in found.windows(8) for i in range(*each)] == list(range(len(found)))
