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
    begins, stops = (np.array(each, dtype=np.int64)[:, None] for each in zip(*spans, strict=True))
    starts, ends = (np.array([cue[side] for cue in cues], dtype=np.int64)[:, None] for side in (1, 2))
    positions = begins + np.arange(max(end - start for start, end in spans))
    inside = positions < stops
    off = np.where(positions < starts, positions - starts, np.maximum(positions - (ends - 1), 0)) * inside
    steps, places, roles = (np.zeros(positions.shape, dtype=np.int64) for _ in range(3))
    for index, ((row, start, end), (first, last)) in enumerate(zip(cues, spans, strict=True)):
        article, offset = articles[row], windows[row].start
        cue, run, columns = (start + offset, end + offset), (first + offset, last + offset), slice(last - first)
        steps[index, columns] = article.words.paragraphs[slice(*run)] - article.words.paragraphs[cue[0]]
        places[index, columns] = article.places(cue, *run)
        roles[index, columns] = article.roles_for(cue, *run)
    return CueBatch(
        rows=np.array([row for row, _, _ in cues], dtype=np.int64),
        starts=begins[:, 0],
        distances=DISTANCES + np.sign(off) * _BUCKETS[np.minimum(np.abs(off), len(_BUCKETS) - 1)],
        paragraphs=PARAGRAPHS + np.clip(steps, -PARAGRAPHS, PARAGRAPHS),
        places=places,
        roles=roles,
        mask=inside.astype(np.float32),
        ends=np.concatenate([starts - begins, ends - 1 - begins], axis=1),
    )


def near_columns(batch: CueBatch, width: int) -> Ints:
    """Where in windows of ``width`` words those in reach of each cue stand [cues, words]; behind the end the last."""
    found: Ints = np.minimum(batch.starts[:, None] + np.arange(batch.mask.shape[1]), width - 1)
    return found


def _buckets(furthest: int) -> Ints:
    """For each distance up to the furthest 0 to ``DISTANCES``: near ones one by one, far ones by their logarithm."""
    distances = np.arange(furthest + 1)
    far = _NEAR + np.log2(np.maximum(distances, _NEAR) / _NEAR) * 3.7
    return np.minimum(np.where(distances <= _NEAR, distances, far).astype(np.int64), DISTANCES)


# from some distance on there is but one bucket
_BUCKETS = _buckets(256)
