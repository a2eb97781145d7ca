"""From the tagger's probabilities to cues, sources and contents, in words of the article."""

from collections.abc import Iterator, Sequence
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


def source(probabilities: Floats) -> Run | None:
    """The likeliest source among words with the probabilities of the pair labels [words, 5]: one run, or none."""
    inside = probabilities[:, _SOURCE_BEGIN] + probabilities[:, _SOURCE]
    best: Run | None = None
    score = _LIKELY
    for start, end in _runs(inside > _LIKELY / 2):
        mass = float(inside[start:end].max())
        if mass > score:
            best, score = (start, end), mass
    return best


def content(probabilities: Floats, cue: Run) -> tuple[Run, ...]:
    """The pieces of content among words with the probabilities of the pair labels [words, 5].

    The likeliest sequence of labels, where a piece starts with its first word's label (Viterbi); a further piece
    costs ``_PIECE``.
    """
    logs = np.log(np.maximum(probabilities, _LEAST))
    outside = np.logaddexp.reduce(logs[:, [0, _SOURCE_BEGIN, _SOURCE]], axis=1)
    begin, within = logs[:, _CONTENT_BEGIN].copy(), logs[:, _CONTENT].copy()
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


def statement(labels: Floats, at_cue: Floats, cue: FoundCue, first: int, *, agrees: bool) -> TaggedStatement:
    """A cue with what the pair head says of the words around it, the first of which is the article's ``first``.

    ``labels``: [words, 5]. ``at_cue``: that it attributes, and that it is speech. ``agrees``: whether the rules do.
    """
    at = (cue.start - first, cue.end - first)
    found, pieces = source(labels), content(labels, at)
    evidence = Evidence(
        attributes=float(at_cue[0]),
        begins=cue.probability,
        content=_mean(labels[:, _CONTENT_BEGIN] + labels[:, _CONTENT], pieces),
        source=_mean(labels[:, _SOURCE_BEGIN] + labels[:, _SOURCE], (found,) if found else ()),
        agrees=agrees,
    )
    return TaggedStatement(
        cue=(cue.start, cue.end),
        source=None if found is None else _moved(found, first),
        content=tuple(_moved(run, first) for run in pieces),
        evidence=evidence,
        speech=float(at_cue[1]),
    )


def _mean(chances: Floats, runs: Sequence[Run]) -> float:
    return float(np.concatenate([chances[start:end] for start, end in runs]).mean()) if runs else 0.0


def _moved(run: Run, offset: int) -> Run:
    return run[0] + offset, run[1] + offset


def _runs(chosen: Sequence[bool] | np.ndarray) -> list[Run]:
    padded = np.concatenate(([False], np.asarray(chosen, dtype=bool), [False]))
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
