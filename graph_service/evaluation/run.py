"""A whole evaluation: predictions for each corpus, its scores, and whether the confidences mean something."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import NamedTuple

from graph_service.evaluation.calibration import Calibration
from graph_service.evaluation.corpora import Scores, chosen, chosen_marked, reliability, score
from graph_service.evaluation.lines import Report
from graph_service.evaluation.mentions import Beside, beside_bare

#: writes the predictions for a file of article lines to another file
Predict = Callable[[Path, Path], Report]


class Evaluated(NamedTuple):
    """What one corpus says of the extraction."""

    scores: Scores
    calibration: Calibration
    # words per second of one processor, models loaded; None where nothing was extracted
    speed: int | None


def evaluate(folder: Path, files: Collection[str], predictions: Path, predict: Predict) -> list[Evaluated]:
    """Scores of all corpora in a folder, or of some files of them; the predictions stay in ``predictions``.

    Raises:
        SharedDataMissing: corpora or scorers are missing, or a scorer does not answer as expected.
        BadParameter: a file is none of the corpora.
    """
    corpora = chosen(folder, files)
    predictions.mkdir(parents=True, exist_ok=True)
    reports = {
        file: predict(folder / file, predictions / file) for file in dict.fromkeys(each.file for each in corpora)
    }
    found = []
    for corpus in corpora:
        own, speed = predictions / corpus.file, reports[corpus.file].words_per_cpu_second
        calibration = reliability(corpus, folder, own)
        found.append(Evaluated(score(corpus, folder, own), calibration, round(speed) if speed else None))
    return found


def evaluate_mentions(folder: Path, files: Collection[str], predictions: Path, predict: Predict) -> list[Beside]:
    """Named mentions beside the bare spaCy model, on the corpora that mark mentions only.

    Raises:
        ModelMissing: the spaCy model is not installed.
    """
    predictions.mkdir(parents=True, exist_ok=True)
    found: list[Beside] = []
    for corpus in chosen_marked(folder, files):
        predict(folder / corpus.file, predictions / corpus.file)
        found += beside_bare(corpus, folder, predictions / corpus.file)
    return found
