from hypothesis import given
from hypothesis import strategies as st

from graph_service.pipeline.tagger.batches import alike


@given(st.lists(st.integers(1, 300)), st.integers(1, 600))
def test_batches_hold_everything_once_and_little_that_is_padded(lengths: list[int], most: int) -> None:
    batches = list(alike(lengths, int, most))
    assert [each for batch in batches for each in batch] == sorted(lengths)
    for batch in batches:
        assert len(batch) == 1 or (len(batch) * batch[-1] <= most and batch[-1] <= 1.15 * batch[0])


def test_of_one_length_the_earlier_comes_first() -> None:
    assert list(alike(["moor", "bog", "fen", "mire"], len, 100)) == [["bog", "fen"], ["moor", "mire"]]
