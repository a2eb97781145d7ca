"""A whole evaluation: predictions for each corpus, its scores, and whether the confidences mean something."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from graph_service.evaluation.calibration import Calibration
from graph_service.evaluation.corpora import Figure, Scores, chosen, chosen_marked, graph_figures, reliability, score
from graph_service.evaluation.lines import Report
from graph_service.evaluation.mentions import Beside, beside_bare
from graph_service.evaluation.speakers import NamedSpeakers, named_speakers

#: writes the predictions for a file of article lines to another file
Predict = Callable[[Path, Path], Report]


class Evaluated(NamedTuple):
    """What one corpus says of the extraction."""

    scores: Scores
    calibration: Calibration
    # words per second of one processor, models loaded; None where nothing was extracted
    speed: int | None
    speakers: NamedSpeakers
    # of the whole graph; empty where the gold marks statements only
    graph: Mapping[str, Figure]


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
        scores = score(corpus, folder, own)
        speakers = named_speakers(corpus, folder, own)
        graph = graph_figures(corpus, folder, own)
        found.append(Evaluated(scores, calibration, round(speed) if speed else None, speakers, graph))
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
