"""From the tagger's probabilities to cues, sources and contents, in words of the article."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from graph_service.pipeline.tagger.batches import Floats
from graph_service.pipeline.tagger.confidence import Evidence

#: a run of words, end exclusive
Run = tuple[int, int]

#: labels of the cue head and of the pair head, in the order of their columns
CUE = ("outside", "cue begins", "cue")
PAIR = ("outside", "source begins", "source", "content begins", "content")
_BEGIN, _WITHIN = 1, 2
_SOURCE_BEGIN, _SOURCE, _CONTENT_BEGIN, _CONTENT = 1, 2, 3, 4
_LEAST, _NEVER = 1e-6, -1e6
# what a further piece of content costs, as a logarithm
_PIECE = 0.7
_LIKELY = 0.5


class FoundCue(NamedTuple):
    """A run of words that may attribute a statement."""

    start: int
    end: int
    # that a cue begins here
    probability: float


class TaggedStatement(NamedTuple):
    """A statement as the tagger sees it, in words of the article."""

    cue: Run
    source: Run | None
    content: tuple[Run, ...]
    evidence: Evidence
    # that it is speech, not an attitude
    speech: float


def cues(probabilities: Floats, threshold: float) -> Iterator[FoundCue]:
    """Cues among words with the probabilities of O, B and I [words, 3], where a beginning reaches the threshold."""
    stop = 0
    begins = probabilities[:, _BEGIN]
    for start in np.flatnonzero(begins >= threshold).tolist():
        if start < stop:
            continue
        if start + 1 < len(begins) and begins[start + 1] > begins[start]:
            continue
        stop = start + 1
        while stop < len(probabilities) and probabilities[stop, _WITHIN] > max(probabilities[stop, 0], begins[stop]):
            stop += 1
        yield FoundCue(start, stop, float(begins[start]))


class Chances(NamedTuple):
    """What the pair head says of the words around a cue [words], or around several [cues, words]."""

    # that they are of the source, or of the content
    source: Floats
    content: Floats
    # logarithms: that they are of no content, its first word, or one of its words
    outside: Floats
    begin: Floats
    within: Floats

    def of(self, cue: int, words: int) -> "Chances":
        """Those of one of several cues, which has some words in its reach."""
        return Chances(*(each[cue, :words] for each in self))


def chances(labels: Floats) -> Chances:
    """From the probabilities of the pair labels [..., words, 5]."""
    least = np.maximum(labels, _LEAST)
    return Chances(
        source=labels[..., _SOURCE_BEGIN] + labels[..., _SOURCE],
        content=labels[..., _CONTENT_BEGIN] + labels[..., _CONTENT],
        outside=np.log(least[..., :_CONTENT_BEGIN].sum(-1)),
        begin=np.log(least[..., _CONTENT_BEGIN]),
        within=np.log(least[..., _CONTENT]),
    )


def source(inside: Floats) -> Run | None:
    """The likeliest source among words with these chances of being in it: one run, or none."""
    best: Run | None = None
    score, start = _LIKELY, -1
    likely = np.flatnonzero(inside > _LIKELY / 2).tolist()
    for word, following in pairwise([*likely, -1]):
        start = word if start < 0 else start
        if following != word + 1:
            mass = float(inside[start : word + 1].max())
            if mass > score:
                best, score = (start, word + 1), mass
            start = -1
    return best


def content(found: Chances, cue: Run) -> tuple[Run, ...]:
    """The pieces of content among the words around a cue.

    The likeliest sequence of labels, where a piece starts with its first word's label (Viterbi); a further piece
    costs ``_PIECE``.
    """
    outside, begin, within = found.outside.copy(), found.begin.copy(), found.within.copy()
    outside[slice(*cue)], begin[slice(*cue)], within[slice(*cue)] = 0.0, _NEVER, _NEVER
    # no run begins or ends with a word that is much likelier outside
    likely = np.flatnonzero(np.maximum(begin, within) + _PIECE > outside)
    if not len(likely):
        return ()
    first, last = int(likely[0]), int(likely[-1]) + 1
    chosen = (each[first:last].tolist() for each in (outside, begin, within))
    return tuple(_moved(run, first) for run in _likeliest(*chosen))


def _likeliest(outside: Sequence[float], begin: Sequence[float], within: Sequence[float]) -> list[Run]:
    """The runs of the best path through two states, outside and within."""
    out, inside = 0.0, _NEVER
    came: list[tuple[bool, bool]] = []
    for off, first, on in zip(outside, begin, within, strict=True):
        opening = out + max(first, on - _PIECE) - _PIECE
        going = inside + max(on, first)
        came.append((inside > out, going >= opening))
        out, inside = max(out, inside) + off, max(opening, going)
    found: list[Run] = []
    state, end = inside > out, len(came)
    for index in range(len(came) - 1, -1, -1):
        from_inside = came[index][1] if state else came[index][0]
        if state and not from_inside:
            found.append((index, end))
        if not state and from_inside:
            end = index
        state = from_inside
    return found[::-1]


def statement(found: Chances, at_cue: Floats, cue: FoundCue, first: int, *, agrees: bool) -> TaggedStatement:
    """A cue with what the pair head says of the words around it, the first of which is the article's ``first``.

    ``at_cue``: that it attributes, and that it is speech. ``agrees``: whether the rules do.
    """
    speaks, pieces = source(found.source), content(found, (cue.start - first, cue.end - first))
    evidence = Evidence(
        attributes=float(at_cue[0]),
        begins=cue.probability,
        content=_mean(found.content, pieces),
        source=_mean(found.source, (speaks,) if speaks else ()),
        agrees=agrees,
    )
    return TaggedStatement(
        cue=(cue.start, cue.end),
        source=None if speaks is None else _moved(speaks, first),
        content=tuple(_moved(run, first) for run in pieces),
        evidence=evidence,
        speech=float(at_cue[1]),
    )


def _mean(chances: Floats, runs: Sequence[Run]) -> float:
    words = sum(end - start for start, end in runs)
    return sum(float(chances[start:end].sum()) for start, end in runs) / words if words else 0.0


def _moved(run: Run, offset: int) -> Run:
    return run[0] + offset, run[1] + offset
