"""Weights for the confidence of a statement: a regression on what the finished model finds in a development set."""

from collections.abc import Sequence
from types import ModuleType
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from graph_service.evaluation.calibration import calibration
from graph_service.pipeline.tagger.confidence import PLAIN, features
from graph_service.pipeline.tagger.model import Tagger, in_text
from training.data import Article

Matrix = npt.NDArray[np.float64]

_ROUNDS, _RIDGE = 50, 1.0
_OVERLAP = 0.5


class Calibration(NamedTuple):
    """Weights, one for each feature, and the expected calibration error of weights fitted on the other half."""

    weights: tuple[float, ...]
    error: float


def calibrate(tagger: Tagger, articles: Sequence[Article], scorer: ModuleType) -> Calibration:
    """The weights that fit a development set best; right is a statement with content and source of a gold one."""
    rows = [row for article in articles for row in _rows(tagger, article, scorer)]
    given = np.array([row for row, _ in rows])
    right = np.array([each for _, each in rows], dtype=np.float64)
    halves = np.arange(len(rows)) % 2 == 0
    chances = np.zeros(len(rows))
    for half in (halves, ~halves):
        chances[~half] = _chances(given[~half], fit(given[half], right[half]))
    weights = fit(given, right)
    return Calibration(
        tuple(round(float(each), 4) for each in weights), calibration(chances.tolist(), (right > 0).tolist()).error
    )


def fit(given: Matrix, right: Matrix) -> Matrix:
    """Weights of a logistic regression with a ridge, by Newton's method; ``given``: [statements, features]."""
    weights = np.zeros(given.shape[1])
    for _ in range(_ROUNDS):
        chances = _chances(given, weights)
        slope = given.T @ (chances - right) + _RIDGE * weights
        curve = (given * (chances * (1 - chances))[:, None]).T @ given + _RIDGE * np.eye(len(weights))
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def _chances(given: Matrix, weights: Matrix) -> Matrix:
    found: Matrix = 1 / (1 + np.exp(-(given @ weights)))
    return found


def _rows(tagger: Tagger, article: Article, scorer: ModuleType) -> list[tuple[tuple[float, ...], bool]]:
    doc = scorer.Doc(article.line["text"])
    golds = scorer.prepare(doc, article.line["statements"])
    found = []
    for each in tagger.statements(article.syntax):
        placed = in_text(article.syntax.words, each, PLAIN)
        if placed.content:
            source = [list(placed.source)] if placed.source else []
            line = {"content": [list(span) for span in placed.content], "source": source}
            found.append((features(each.evidence), _is_right(doc, golds, scorer.prepare(doc, [line]), scorer)))
    return found


def _is_right(
    doc: object, golds: Sequence[dict[str, object]], found: Sequence[dict[str, object]], scorer: ModuleType
) -> bool:
    return any(
        scorer.overlap("iou", gold["w"], each["w"]) >= _OVERLAP and scorer.source_match(doc, gold, each)
        for gold in golds
        for each in found
    )
