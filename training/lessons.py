"""What a teacher says of articles, for a smaller model to learn from (Hinton, Vinyals and Dean 2015)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import torch
from rich.progress import track
from torch import Tensor

from graph_service.pipeline.tagger import decode
from graph_service.pipeline.tagger.batches import Floats, cue_batch, window_batch
from graph_service.pipeline.tagger.model import WINDOW
from graph_service.pipeline.tagger.words import Window
from training.data import Article, Place, batches
from training.fit import pair_inputs, tensor
from training.model import Model, pair_chances

#: a beginning that the teacher finds less likely is no cue to learn from
CUE = 0.05
# pieces, and cues, that are read at once
_PIECES, _CUES = 4096, 256

#: a cue in words of an article, end exclusive
Run = tuple[int, int]


class Reading(NamedTuple):
    """What the teacher says of a cue: chances of the pair labels for words from ``first`` on [words, 5]."""

    first: int
    labels: Floats
    # that it attributes, and that it is speech [2]
    at_cue: Floats


class Lesson(NamedTuple):
    """What the teacher says of an article: chances of the cue labels [words, 3], and what it reads of each cue."""

    cues: Floats
    readings: Mapping[Run, Reading]


def lessons(teacher: Model, articles: Sequence[Article], device: torch.device) -> list[Lesson]:
    """One for each article; the annotated cues are among those that are read."""
    cues = [np.zeros((len(each.syntax.words), len(decode.CUE)), dtype=np.float32) for each in articles]
    read: list[dict[Run, Reading]] = [{} for _ in articles]
    places = [(index, window) for index, each in enumerate(articles) for window in each.syntax.words.windows(WINDOW)]
    teacher.to(device).eval()
    with torch.no_grad():
        for batch in track(batches(places, articles, _PIECES), "The teacher reads"):
            states, chances = _encoded(teacher, articles, batch, device)
            for (index, window), row in zip(batch, chances, strict=True):
                cues[index][window.start : window.end] = row[: window.end - window.start]
            for index, run, reading in _readings(teacher, articles, batch, states, chances):
                read[index][run] = reading
    return [Lesson(*each) for each in zip(cues, read, strict=True)]


def _encoded(
    teacher: Model, articles: Sequence[Article], batch: Sequence[Place], device: torch.device
) -> tuple[Tensor, Floats]:
    arrays = window_batch([articles[index].syntax for index, _ in batch], [window for _, window in batch])
    with torch.autocast(device.type, torch.bfloat16):
        states, scores = teacher.encoder(*(tensor(each, device) for each in arrays))
    chances: Floats = torch.softmax(scores.float(), -1).cpu().numpy()
    return states.float(), chances


def _readings(
    teacher: Model, articles: Sequence[Article], batch: Sequence[Place], states: Tensor, chances: Floats
) -> Iterator[tuple[int, Run, Reading]]:
    cues = [
        (row, *run)
        for row, (index, window) in enumerate(batch)
        for run in _cues(articles[index], window, chances[row, : window.end - window.start])
    ]
    read, windows = [articles[index].syntax for index, _ in batch], [window for _, window in batch]
    for begin in range(0, len(cues), _CUES):
        group = cues[begin : begin + _CUES]
        given = cue_batch(read, windows, group)
        labels, at_cue = (each.cpu().numpy() for each in pair_chances(*teacher.pair(*pair_inputs(states, given))))
        for position, (row, start, end) in enumerate(group):
            index, window = batch[row]
            words = int(given.mask[position].sum())
            first = window.start + int(given.starts[position])
            reading = Reading(first, labels[position, :words], at_cue[position])
            yield index, (start + window.start, end + window.start), reading


def _cues(article: Article, window: Window, chances: Floats) -> Iterator[Run]:
    """The annotated cues of a window, and those that the teacher finds beside them, in words of the window."""
    gold = sorted(
        (each.cue[0] - window.start, min(each.cue[1], window.end) - window.start)
        for each in article.gold
        if window.start <= each.cue[0] < window.end
    )
    yield from dict.fromkeys(gold)
    taken = {word for run in gold for word in range(*run)}
    for found in decode.cues(chances, CUE):
        if taken.isdisjoint(range(found.start, found.end)):
            yield found.start, found.end
