"""How likely a statement of the tagger is right: cue, words and source together, calibrated on annotated news."""

import math
from collections.abc import Sequence
from typing import NamedTuple

# chances are kept this far from 0 and 1
_LEAST = 1e-3


class Evidence(NamedTuple):
    """What speaks for a statement, each 0 to 1."""

    # that its cue attributes at all
    attributes: float
    # that the cue begins where it does
    begins: float
    # of its content's and of its source's words, on average; 0 without a source
    content: float
    source: float
    # whether the rules find a statement by the same cue
    agrees: bool


def features(evidence: Evidence) -> tuple[float, ...]:
    """The evidence as log-odds, a constant first; one for each weight."""
    chances = (evidence.attributes, evidence.begins, evidence.content)
    has_source = evidence.source > 0
    odds = [_log_odds(each) for each in chances]
    return (1.0, *odds, _log_odds(evidence.source) if has_source else 0.0, float(has_source), float(evidence.agrees))


#: before there is a calibration: by the cue alone
PLAIN = (0.0, 1.0, 0.5, 0.0, 0.0, 0.0, 0.0)


def confidence(evidence: Evidence, weights: Sequence[float]) -> float:
    """The chance that words and source are right, 0 to 1 (logistic regression; Platt 1999)."""
    odds = sum(weight * each for weight, each in zip(weights, features(evidence), strict=True))
    return 1 / (1 + math.exp(-odds))


def _log_odds(chance: float) -> float:
    kept = min(max(chance, _LEAST), 1 - _LEAST)
    return math.log(kept / (1 - kept))
