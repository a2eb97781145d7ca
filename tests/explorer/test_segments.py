"""Marks that nest and overlap become pieces that do not."""

from hypothesis import given
from hypothesis import strategies as st

from graph_service.api.explorer.segments import Marks, paragraphs, sentence

TEXT = 'Rain fell.\n\nAda said that "Ben told Cy to go", she hopes.\nEnd'


def spans(*words: str) -> list[list[int]]:
    return [[TEXT.index(each), TEXT.index(each) + len(each)] for each in words]


def row(statement: str, content: str, source: str, cue: str) -> dict[str, object]:
    return {
        "statement": statement,
        "spans": spans(content),
        "source_spans": spans(source),
        "cue_spans": spans(cue),
    }


def mention(entity: str, words: str) -> dict[str, object]:
    return {"entity": entity, "name": words, "type": "Person", "spans": spans(words)}


OUTER = row("outer", 'that "Ben told Cy to go"', "Ada", "said")
INNER = row("inner", "to go", "Ben", "told")
ABOUT = [{"statement": "outer", "about_ids": ["ben"]}, {"statement": "inner", "about_ids": []}]


def test_a_statement_within_another_is_marked_as_both() -> None:
    marks = Marks.of_article([OUTER, INNER], ABOUT, [mention("ben", "Ben"), mention("ada", "Ada")], (0, 0))
    first, second, third = paragraphs(TEXT, marks)
    assert [piece.text for piece in first.pieces] == ["Rain fell."]
    assert second.statements == ("outer", "inner")
    assert [(piece.text, piece.statements) for piece in second.pieces if piece.statements] == [
        ('that "', ("outer",)),
        ("Ben", ("outer",)),
        (" ", ("outer",)),
        ("told", ("outer",)),
        (" Cy ", ("outer",)),
        ("to go", ("outer", "inner")),
        ('"', ("outer",)),
    ]
    marked = {piece.text: piece for piece in second.pieces}
    assert marked["Ben"].source_of == ("inner",)
    assert marked["told"].cue_of == ("inner",)
    assert marked["Ben"].target
    assert not marked["Ada"].target
    assert [piece.text for piece in third.pieces] == ["End"]


def test_the_longest_of_nested_mentions_is_meant() -> None:
    marks = Marks.of_article([], [], [mention("cy", "Cy"), mention("told", "Ben told Cy")], (0, 0))
    found = [piece for each in paragraphs(TEXT, marks) for piece in each.pieces if piece.mention]
    assert [(piece.text, piece.mention.entity) for piece in found if piece.mention] == [
        ("Ben told ", "told"),
        ("Cy", "told"),
    ]


def test_a_place_that_was_asked_for_is_marked_once() -> None:
    start = TEXT.index("Ben told")
    marks = Marks.of_article([OUTER], ABOUT, [], (start, start + 8))
    pieces = [piece for each in paragraphs(TEXT, marks) for piece in each.pieces]
    assert "".join(piece.text for piece in pieces if piece.place) == "Ben told"
    assert sum(piece.place_begins for piece in pieces) == 1


def test_a_sentence_reaches_as_far_as_its_statement() -> None:
    record = {**INNER, "targets": [], "sentence_span": [TEXT.index("Ben"), TEXT.index("Ben") + 8]}
    assert "".join(piece.text for piece in sentence(TEXT, Marks.of_record(record, []))) == "Ben told Cy to go"


@given(st.data())
def test_no_character_is_lost_or_doubled(data: st.DataObject) -> None:
    text = data.draw(st.text(alphabet="ab \n", max_size=40))
    places = st.tuples(st.integers(0, 45), st.integers(0, 45)).map(sorted)
    rows = [
        {"statement": str(number), "spans": [list(data.draw(places))], "source_spans": [], "cue_spans": []}
        for number in range(data.draw(st.integers(0, 5)))
    ]
    found = paragraphs(text, Marks.of_article(rows, [], [], (3, 9)))
    kept = ["".join(piece.text for piece in each.pieces) for each in found]
    assert kept == [line for line in text.split("\n") if line.strip()]
    begun = [each for paragraph in found for each in paragraph.statements]
    assert len(begun) == len(set(begun))
