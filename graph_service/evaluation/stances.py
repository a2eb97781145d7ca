"""The stance model alone on annotated sentences: macro-averaged F1 and accuracy, as the corpus' paper counts them.

NewsMTSC (Hamborg and Donnay, EACL 2021) has the stance of single sentences of US news towards persons in them: ``rw``
as they come, ``mt`` with at least two targets of different stance.
"""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

from graph_service.evaluation.corpora import Corpus, chosen_stances, json_objects
from graph_service.models import Span, Stance
from graph_service.pipeline.stance import model
from graph_service.pipeline.stance.model import ORDER, StanceModel


class StanceScores(NamedTuple):
    """The figures on one corpus, 0 to 1."""

    corpus: str
    targets: int
    # mean of the F1 of the three stances
    macro_f1: float
    accuracy: float


def evaluate_stances(folder: Path, files: Collection[str]) -> list[StanceScores]:
    """The shipped model's figures on the corpora that are in the folder: all, or those of the given files.

    Raises:
        ModelMissing: the model cannot be loaded.
    """
    return [score(each, folder, model.load()) for each in chosen_stances(folder, files)]


def score(corpus: Corpus, folder: Path, given: StanceModel) -> StanceScores:
    """The figures of a model on a corpus with one JSON object a line: ``sentence``, ``target``, ``polarity``."""
    lines = list(json_objects(folder / corpus.file))
    found = given.chances([line["sentence"] for line in lines], [[Span(*line["target"])] for line in lines])
    return figures(corpus.name, [line["polarity"] for line in lines], [ORDER[int(each[0].argmax())] for each in found])


def figures(corpus: str, gold: Sequence[str], found: Sequence[str]) -> StanceScores:
    """Macro-averaged F1 and accuracy."""
    f1 = [_f1(gold, found, each) for each in Stance]
    right = sum(one == other for one, other in zip(gold, found, strict=True))
    return StanceScores(corpus, len(gold), sum(f1) / len(f1), right / max(len(gold), 1))


def _f1(gold: Sequence[str], found: Sequence[str], stance: Stance) -> float:
    both = sum(one == other == stance for one, other in zip(gold, found, strict=True))
    counted = sum(each == stance for each in (*gold, *found))
    return 2 * both / counted if counted else 0.0
