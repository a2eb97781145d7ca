"""From probabilities to cues, sources and contents."""

import numpy as np
import pytest

from graph_service.pipeline.tagger import decode
from graph_service.pipeline.tagger.batches import Floats
from graph_service.pipeline.tagger.decode import FoundCue, TaggedStatement


def cue_rows(*labels: str) -> Floats:
    """Rows that are nine parts in ten sure of a label each: O, B or I."""
    return rows("OBI", labels, 0.05)


def pair_rows(*labels: str) -> Floats:
    """The same for the pair head: O, S and s for a source's first and other words, C and c for a content's."""
    return rows("OSsCc", labels, 0.025)


def decoded(labels: Floats, at_cue: tuple[float, float], cue: FoundCue, first: int, *, agrees: bool) -> TaggedStatement:
    return decode.statement(decode.chances(labels), np.array(at_cue), cue, first=first, agrees=agrees)


def rows(names: str, labels: tuple[str, ...], rest: float) -> Floats:
    found = np.full((len(labels), len(names)), rest, dtype=np.float32)
    for row, label in enumerate(labels):
        found[row, names.index(label)] = 0.9
    return found


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("OBO", [(1, 2)]),
        ("OBIIO", [(1, 4)]),
        ("BBO", [(0, 1), (1, 2)]),
        ("OIO", []),
        ("OBI", [(1, 3)]),
        ("", []),
    ],
)
def test_a_cue_begins_with_its_first_word_and_goes_on(labels: str, expected: list[tuple[int, int]]) -> None:
    found = list(decode.cues(cue_rows(*labels), 0.15))
    assert [(cue.start, cue.end) for cue in found] == expected


def test_an_unlikely_beginning_is_no_cue() -> None:
    unsure = np.array([[0.9, 0.1, 0.0]], dtype=np.float32)
    assert list(decode.cues(unsure, 0.15)) == []
    assert [cue.probability for cue in decode.cues(unsure, 0.05)] == pytest.approx([0.1])


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("SsOCc", (0, 2)),
        ("OOOCc", None),
        ("OsOCc", (1, 2)),
        ("CcOSs", (3, 5)),
    ],
)
def test_a_source_is_one_run(labels: str, expected: tuple[int, int] | None) -> None:
    assert decode.source(decode.chances(pair_rows(*labels)).source) == expected


@pytest.mark.parametrize(
    ("labels", "cue", "expected"),
    [
        ("SOCcc", (1, 2), [(2, 5)]),
        ("CccSOCcc", (4, 5), [(0, 3), (5, 8)]),
        ("SOOOO", (1, 2), []),
        ("SOCcOcc", (1, 2), [(2, 4), (5, 7)]),
        ("Ccc", (1, 2), [(0, 1), (2, 3)]),
    ],
)
def test_a_content_has_as_few_pieces_as_the_words_allow(
    labels: str, cue: tuple[int, int], expected: list[tuple[int, int]]
) -> None:
    assert list(decode.content(decode.chances(pair_rows(*labels)), cue)) == expected


def test_a_doubtful_word_does_not_cut_a_content() -> None:
    labels = pair_rows(*"SOCcOcc")
    labels[4] = [0.55, 0.0, 0.0, 0.0, 0.45]
    assert decode.content(decode.chances(labels), (1, 2)) == ((2, 7),)


def test_a_statement_lies_in_words_of_the_article() -> None:
    labels = pair_rows("S", "O", "C", "c")
    found = decode.statement(
        decode.chances(labels), np.array([0.8, 0.7]), FoundCue(11, 12, 0.64), first=10, agrees=True
    )
    assert (found.cue, found.source, found.content) == ((11, 12), (10, 11), ((12, 14),))
    assert found.evidence == pytest.approx((0.8, 0.64, 0.925, 0.925, True))
    assert found.speech == pytest.approx(0.7)


def test_a_statement_without_source_and_content_has_no_evidence_of_them() -> None:
    found = decode.statement(
        decode.chances(pair_rows(*"OO")), np.array([0.1, 0.7]), FoundCue(0, 1, 0.2), first=0, agrees=False
    )
    assert (found.source, found.content) == (None, ())
    assert found.evidence == pytest.approx((0.1, 0.2, 0.0, 0.0, False))
