"""What the stance model reads: sentences in pieces, with mentions that point at their words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from graph_service.models import Span
from graph_service.pipeline.stance.passages import CLOSES, MOST, OPENS, Passage, batch, passages, piece
from graph_service.pipeline.tagger import model as tagger

LONG = "Mora praised the dam . " * 60


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return tagger.load_tokenizer(tagger.FOLDER / tagger.VOCABULARY)


def words(tokenizer: Tokenizer, passage: Passage) -> list[str]:
    return [tokenizer.decode(list(passage.pieces[start:end])) for start, end in passage.runs]


def spans(text: str, *names: str) -> list[Span]:
    return [Span(text.index(each), text.index(each) + len(each)) for each in names]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Mora praised Vega.", ("Vega",), ["vega"]),
        ("Mora praised Vega and Lund.", ("Lund", "Vega"), ["vega", "lund"]),
        ("“Élodie Zubrzycka lied,” he said.", ("Élodie Zubrzycka",), ["elodie zubrzycka"]),
        ("🙂🙂 Mora thanked Østby.", ("Østby",), ["østby"]),
    ],
)
def test_a_mention_is_its_own_words(
    tokenizer: Tokenizer, text: str, names: tuple[str, ...], expected: list[str]
) -> None:
    (found,) = passages([text], [spans(text, *names)], tokenizer)
    assert words(tokenizer, found) == expected


def test_a_passage_has_its_ends(tokenizer: Tokenizer) -> None:
    (found,) = passages(["Mora left."], [[Span(0, 4)]], tokenizer)
    assert found.pieces[0] == piece(tokenizer, OPENS)
    assert found.pieces[-1] == piece(tokenizer, CLOSES)


@pytest.mark.parametrize(
    ("text", "mentions"), [("", [Span(0, 0)]), ("Mora left.", []), ("  ", [Span(0, 2)]), ("Mora.", [Span(9, 12)])]
)
def test_nothing_is_read_where_nothing_is_meant(tokenizer: Tokenizer, text: str, mentions: list[Span]) -> None:
    assert passages([text], [mentions], tokenizer) == []


def test_a_long_sentence_is_read_around_its_mentions_and_each_is_read_once(tokenizer: Tokenizer) -> None:
    mentions = [Span(start, start + 4) for start in range(0, len(LONG), len(LONG) // 60)]
    found = passages([LONG], [mentions], tokenizer)
    assert sorted(each for passage in found for each in passage.mentions) == list(range(60))
    assert {len(each.pieces) for each in found} == {MOST + 2}
    assert len(found) <= 3 * 5 * 60 / MOST
    assert {word for each in found for word in words(tokenizer, each)} == {"mora"}


def test_a_batch_shares_out_each_mention_over_its_pieces(tokenizer: Tokenizer) -> None:
    text = "Zubrzycka thanked Lund."
    both = passages([text, "Lund left."], [spans(text, "Zubrzycka", "Lund"), [Span(0, 4)]], tokenizer)
    arrays = batch(both)
    assert arrays.pieces.shape == arrays.mask.shape == (2, max(len(each.pieces) for each in both))
    assert arrays.rows.tolist() == [0, 0, 1]
    assert arrays.pool.sum(axis=1).tolist() == pytest.approx([1, 1, 1])


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.lists(st.tuples(st.integers(0, 300), st.integers(0, 40)), max_size=6))
def test_any_text_gives_runs_inside_its_passage(text: str, places: list[tuple[int, int]]) -> None:
    tokenizer = tagger.load_tokenizer(tagger.FOLDER / tagger.VOCABULARY)
    mentions = [Span(start, start + length) for start, length in places]
    for each in passages([text], [mentions], tokenizer):
        assert all(0 < start < end < len(each.pieces) for start, end in each.runs)
        assert len(each.runs) == len(each.mentions)
