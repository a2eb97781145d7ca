"""What the stance model reads: one sentence in pieces of words, and where the mentions in question stand in it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from tokenizers import Tokenizer

from graph_service.models import Span
from graph_service.pipeline.tagger.batches import Floats
from graph_service.pipeline.tagger.words import STYLES, Ints

#: most pieces of a passage, without the two at its ends; a longer sentence is read around each mention
MOST = 64
OPENS, CLOSES = "[CLS]", "[SEP]"


class Passage(NamedTuple):
    """A sentence, or the part of a long one around a mention."""

    pieces: tuple[int, ...]
    # first piece of each mention in it, and where it ends
    runs: tuple[tuple[int, int], ...]
    # which sentence it is of, and which of that sentence's mentions they are
    sentence: int
    mentions: tuple[int, ...]


class Batch(NamedTuple):
    """Passages as arrays: pieces and mask [passages, pieces]; of each mention its passage, and its share of pieces."""

    pieces: Ints
    mask: Floats
    rows: Ints
    pool: Floats


def passages(sentences: Sequence[str], mentions: Sequence[Sequence[Span]], tokenizer: Tokenizer) -> list[Passage]:
    """The passages that hold all mentions; ``mentions``: for each sentence, as offsets into it."""
    encodings = tokenizer.encode_batch([each.translate(STYLES) for each in sentences], add_special_tokens=False)
    ends = (piece(tokenizer, OPENS), piece(tokenizer, CLOSES))
    found: list[Passage] = []
    for index, (encoding, spans) in enumerate(zip(encodings, mentions, strict=True)):
        starts, stops = (np.array([each[side] for each in encoding.offsets], dtype=np.int64) for side in (0, 1))
        runs = [
            (int(np.searchsorted(stops, start, "right")), int(np.searchsorted(starts, end, "left")))
            for start, end in spans
        ]
        found += _cut(encoding.ids, runs, index, ends)
    return found


def _cut(
    pieces: Sequence[int], runs: Sequence[tuple[int, int]], index: int, ends: tuple[int, int]
) -> Iterator[Passage]:
    """In order of the mentions, each once: a mention that an earlier passage holds is read there."""
    waiting = [
        position for position in sorted(range(len(runs)), key=lambda each: runs[each]) if _is_run(runs[position])
    ]
    while waiting:
        start = 0
        if len(pieces) > MOST:
            start = max(0, min(runs[waiting[0]][0] - MOST // 2, len(pieces) - MOST))
        end = min(start + MOST, len(pieces))
        held = [each for each in waiting if runs[each][1] <= end] or waiting[:1]
        waiting = [each for each in waiting if each not in held]
        within = tuple((runs[each][0] - start + 1, min(runs[each][1], end) - start + 1) for each in held)
        yield Passage((ends[0], *pieces[start:end], ends[1]), within, index, tuple(held))


def piece(tokenizer: Tokenizer, word: str) -> int:
    """The number of a piece that the vocabulary must have.

    Raises:
        KeyError: it does not have it.
    """
    found = tokenizer.token_to_id(word)
    if found is None:
        raise KeyError(word)
    return found


def _is_run(run: tuple[int, int]) -> bool:
    return run[0] < run[1]


def batch(given: Sequence[Passage]) -> Batch:
    """Passages padded to the longest."""
    shape = (len(given), max(len(each.pieces) for each in given))
    pieces, mask = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.float32)
    places = [(row, run) for row, each in enumerate(given) for run in each.runs]
    pool = np.zeros((len(places), shape[1]), dtype=np.float32)
    for row, each in enumerate(given):
        pieces[row, : len(each.pieces)], mask[row, : len(each.pieces)] = each.pieces, 1
    for position, (_, (start, end)) in enumerate(places):
        pool[position, start:end] = 1 / (end - start)
    return Batch(pieces, mask, np.array([row for row, _ in places], dtype=np.int64), pool)
