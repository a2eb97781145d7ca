"""Arrays for the tagger: windows of an article for its encoder, cues in their surroundings for its pair head."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from graph_service.pipeline.tagger.syntax import Syntax
from graph_service.pipeline.tagger.words import Ints, Window

Floats = npt.NDArray[np.float32]
Item = TypeVar("Item")

#: how far in words the pair head looks before and behind a cue
REACH = (48, 80)
#: buckets for the distance of a word from the cue, on each side, and for that of its paragraph
DISTANCES = 24
PARAGRAPHS = 2
#: how many marks a word has
MARKS = 6
# distances up to this have a bucket each
_NEAR = 10
# how much longer than the first of a batch another one may be
_LONGER = 1.15


def alike(items: Iterable[Item], length: Callable[[Item], int], most: int) -> Iterator[list[Item]]:
    """Batches from the shortest to the longest, each of nearly equally long ones, since the shorter ones are padded.

    ``most``: the lengths of a batch together, padding included; a longer item is a batch of its own.
    """
    batch: list[Item] = []
    for each in sorted(items, key=length):
        size = length(each)
        if batch and (size * (len(batch) + 1) > most or size > _LONGER * length(batch[0])):
            yield batch
            batch = []
        batch.append(each)
    if batch:
        yield batch


class WindowBatch(NamedTuple):
    """Windows of about one length: pieces, what is known of their words, a mask, and each word's first piece.

    The marks of a word: how it is quoted and written, whether it opens a line, its tag, its relation, its role.
    """

    pieces: Ints
    marks: Ints
    mask: Floats
    first: Ints


class CueBatch(NamedTuple):
    """Cues with the words in their reach, as positions in a window: where each starts, and how far words are off."""

    rows: Ints
    starts: Ints
    distances: Ints
    paragraphs: Ints
    # where each word hangs in the parse, and its role in the rules' statement of the cue
    places: Ints
    roles: Ints
    mask: Floats
    ends: Ints


def window_batch(articles: Sequence[Syntax], windows: Sequence[Window]) -> WindowBatch:
    """Windows, each of the article at the same place in ``articles``, padded to the longest."""
    lengths = [each.words.length(window.start, window.end) for each, window in zip(articles, windows, strict=True)]
    counts = [window.end - window.start for window in windows]
    shape = (len(windows), max(lengths))
    pieces, mask = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.float32)
    marks = np.zeros((*shape, MARKS), dtype=np.int64)
    first = np.zeros((len(windows), max(counts)), dtype=np.int64)
    for row, (each, (start, end)) in enumerate(zip(articles, windows, strict=True)):
        firsts = each.words.first
        a, b = int(firsts[start]), int(firsts[end])
        pieces[row, : b - a], mask[row, : b - a] = each.words.pieces[a:b], 1
        marks[row, : b - a] = np.repeat(each.marks[start:end], np.diff(firsts[start : end + 1]), axis=0)
        first[row, : end - start] = firsts[start:end] - a
    return WindowBatch(pieces, marks, mask, first)


def cue_batch(articles: Sequence[Syntax], windows: Sequence[Window], cues: Sequence[tuple[int, int, int]]) -> CueBatch:
    """Cues, each as position of its window, first word in it and end, with the words in reach of each."""
    before, behind = REACH
    lengths = [window.end - window.start for window in windows]
    spans = [(max(0, start - before), min(lengths[row], end + behind)) for row, start, end in cues]
    shape = (len(cues), max(end - start for start, end in spans))
    distances, steps = np.full(shape, DISTANCES, dtype=np.int64), np.full(shape, PARAGRAPHS, dtype=np.int64)
    places, roles = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    mask = np.zeros(shape, dtype=np.float32)
    for index, ((row, start, end), (first, last)) in enumerate(zip(cues, spans, strict=True)):
        length, offset = last - first, windows[row].start
        positions = np.arange(first, last)
        off = np.where(positions < start, positions - start, np.maximum(positions - (end - 1), 0))
        distances[index, :length] = DISTANCES + np.sign(off) * _bucket(np.abs(off))
        paragraphs = articles[row].words.paragraphs[first + offset : last + offset]
        steps[index, :length] = PARAGRAPHS + np.clip(paragraphs - paragraphs[start - first], -PARAGRAPHS, PARAGRAPHS)
        cue = (start + offset, end + offset)
        places[index, :length] = articles[row].places(cue, first + offset, last + offset)
        roles[index, :length] = articles[row].roles_for(cue, first + offset, last + offset)
        mask[index, :length] = 1
    return CueBatch(
        rows=np.array([row for row, _, _ in cues], dtype=np.int64),
        starts=np.array([first for first, _ in spans], dtype=np.int64),
        distances=distances,
        paragraphs=steps,
        places=places,
        roles=roles,
        mask=mask,
        ends=np.array([[a - f, b - 1 - f] for (_, a, b), (f, _) in zip(cues, spans, strict=True)], dtype=np.int64),
    )


def near_columns(batch: CueBatch, width: int) -> Ints:
    """Where in windows of ``width`` words those in reach of each cue stand [cues, words]; behind the end the last."""
    found: Ints = np.minimum(batch.starts[:, None] + np.arange(batch.mask.shape[1]), width - 1)
    return found


def _bucket(distance: Ints) -> Ints:
    """1 to ``DISTANCES``: near distances one by one, far ones by their logarithm."""
    far = _NEAR + np.log2(np.maximum(distance, _NEAR) / _NEAR) * 3.7
    found = np.where(distance <= _NEAR, distance, far).astype(np.int64)
    return np.minimum(found, DISTANCES)
