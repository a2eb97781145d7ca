"""Macro-averaged F1 and accuracy of stances."""

import json
from pathlib import Path

import pytest

from graph_service.evaluation.corpora import STANCES
from graph_service.evaluation.stances import evaluate_stances, figures


def test_each_stance_counts_alike() -> None:
    gold = ["positive", "neutral", "neutral", "negative"]
    found = figures("small", gold, ["positive", "neutral", "negative", "negative"])
    assert found.macro_f1 == pytest.approx((1 + 2 / 3 + 2 / 3) / 3)
    assert (found.targets, found.accuracy) == (4, 0.75)


def test_nothing_gives_nothing() -> None:
    assert figures("none", [], []) == ("none", 0, 0.0, 0.0)


def test_the_corpora_that_are_there_are_scored(tmp_path: Path) -> None:
    line = {"sentence": "Mora is a liar and a thief.", "target": [0, 4], "polarity": "negative"}
    (tmp_path / STANCES[0].file).write_text(json.dumps(line) + "\n", "utf-8")
    (only,) = evaluate_stances(tmp_path, [])
    assert (only.corpus, only.targets) == (STANCES[0].name, 1)
    assert evaluate_stances(tmp_path, ["seed.jsonl"]) == []
