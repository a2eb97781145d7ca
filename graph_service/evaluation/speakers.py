"""Precision and recall of named speakers: who is left unresolved costs recall only, a wrong name costs both."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from graph_service.evaluation.corpora import Corpus, Line, json_objects, load_scorer
from graph_service.evaluation.errors import ENOUGH, pairs


class NamedSpeakers(NamedTuple):
    """Of the statements that were found: how many have the right name, any name, and a name in the gold."""

    right: int
    told: int
    wanted: int

    @property
    def precision(self) -> float | None:
        """Share of the names given that are right; None where none is given."""
        return self.right / self.told if self.told else None

    @property
    def recall(self) -> float | None:
        """Share of the gold's names that are given; None where the gold has none."""
        return self.right / self.wanted if self.wanted else None


def named_speakers(corpus: Corpus, folder: Path, predictions: Path) -> NamedSpeakers:
    """Named speakers of a corpus' statements, paired and compared as the scorer of spans does.

    A name for a speaker whom the gold says to be unnamed is a wrong one; where the gold does not say who speaks,
    nothing is counted.

    Raises:
        SharedDataMissing: the scorer cannot be loaded.
    """
    scorer = load_scorer(folder)
    found = {line["id"]: line for line in json_objects(predictions)}
    right = told = wanted = 0
    for line in json_objects(folder / corpus.file):
        predicted = found.get(line["id"], {"statements": []})
        for has_name, gives_name, fits in _compared(scorer, line, predicted, is_graph=corpus.graph):
            right, told, wanted = right + fits, told + gives_name, wanted + has_name
    return NamedSpeakers(right, told, wanted)


def _compared(scorer: ModuleType, gold: Line, predicted: Line, *, is_graph: bool) -> Iterator[tuple[bool, bool, bool]]:
    """Of each pair whose gold says who speaks: whether the gold has a name, the prediction has one, and both fit."""
    doc = scorer.Doc(gold["text"])
    ours = scorer.prepare(doc, scorer.resolve_speakers(dict(predicted))["statements"])
    # a gold of graphs names its speakers as predictions do
    theirs = scorer.prepare(doc, (scorer.resolve_speakers(dict(gold)) if is_graph else gold)["statements"])
    for i, j in pairs(scorer, doc, theirs, ours):
        wanted, got = theirs[i], ours[j]
        if scorer.overlap("iou", wanted["w"], got["w"]) < ENOUGH or not _says(wanted):
            continue
        has_name, gives_name = bool(wanted.get("speaker_entity")), bool(got.get("speaker_entity"))
        yield has_name, gives_name, has_name and gives_name and scorer.entity_match(doc, wanted, got)


def _says(wanted: Mapping[str, Any]) -> bool:
    return bool(wanted.get("speaker_entity") or wanted.get("anonymous"))
