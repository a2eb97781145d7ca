"""Kinds of mistakes, counted with a small scorer of the same interface as the one beside the corpora."""

import json
from collections import Counter
from pathlib import Path

import pytest

from graph_service.errors import SharedDataMissing
from graph_service.evaluation.corpora import Corpus
from graph_service.evaluation.errors import Mistake, commonest, mistakes
from tests.scorer import SCORER

TEXT = "Mora said the dam holds. She hopes for rain soon. “It holds,” Reyes told us. Nobody spoke."
CORPUS = Corpus("Own", "own.jsonl")


def spans(*words: str) -> list[list[int]]:
    return [[TEXT.index(each), TEXT.index(each) + len(each)] for each in words]


def statement(content: str, cue: str = "", source: str = "", **more: object) -> dict[str, object]:
    found: dict[str, object] = {"content": spans(content), "source": spans(source) if source else []}
    return found | ({"cue": spans(cue)} if cue else {}) | more


DAM = statement("the dam holds", "said", "Mora", cue_kind="speech")
RAIN = statement("rain soon", "hopes for", "She", cue_kind="attitude")


def made(
    tmp_path: Path, gold: list[dict[str, object]], found: list[dict[str, object]], **line: object
) -> Counter[Mistake]:
    (tmp_path / "score.py").write_text(SCORER)
    (tmp_path / CORPUS.file).write_text(json.dumps({"id": 1, "text": TEXT, "statements": gold} | line) + "\n")
    (tmp_path / "found.jsonl").write_text(json.dumps({"id": 1, "statements": found}) + "\n")
    return mistakes(CORPUS, tmp_path, tmp_path / "found.jsonl")


def test_what_is_right_is_no_mistake(tmp_path: Path) -> None:
    assert not made(tmp_path, [DAM, RAIN], [RAIN, DAM])


@pytest.mark.parametrize(
    ("found", "kind"),
    [
        ([], "not found, indirect, speech by one word"),
        ([statement("holds", source="Mora")], "content too short, indirect, speech by one word"),
        (
            [statement("said the dam holds. She hopes for", source="Mora")],
            "content too long, indirect, speech by one word",
        ),
        ([statement("Mora said the", source="Mora")], "content partly elsewhere, indirect, speech by one word"),
        ([statement("the dam holds")], "no source, indirect, speech by one word"),
        ([statement("the dam holds", source="Reyes")], "another source, indirect, speech by one word"),
    ],
)
def test_a_statement_goes_wrong_in_one_way(tmp_path: Path, found: list[dict[str, object]], kind: str) -> None:
    assert [each.words for each in made(tmp_path, [DAM], found)] == [kind]


def test_sources_go_wrong_by_pronoun_and_by_being_there(tmp_path: Path) -> None:
    found = made(tmp_path, [RAIN], [statement("rain soon", source="Reyes")])
    assert [each.what for each in found] == ["another source than the pronoun"]
    found = made(tmp_path, [statement("rain soon", "hopes for")], [RAIN])
    assert [each.words for each in found] == ["a source where none is annotated, indirect, statement by several words"]


def test_what_nobody_annotated_counts_once_and_not_where_the_annotation_is_silent(tmp_path: Path) -> None:
    extra = statement("Nobody spoke")
    assert made(tmp_path, [DAM], [DAM, extra]) == {Mistake("found where no statement is annotated", "indirect"): 1}
    assert not made(tmp_path, [DAM], [DAM, extra], ignore=spans("Nobody spoke"))


def test_the_best_pair_is_taken_first(tmp_path: Path) -> None:
    short = statement("dam", source="Mora")
    assert made(tmp_path, [DAM], [short, DAM]) == {Mistake("found where no statement is annotated", "indirect"): 1}


def test_the_commonest_come_first() -> None:
    counted = Counter({Mistake("b", "direct"): 2, Mistake("a", "direct"): 2, Mistake("c", "mixed"): 5})
    assert list(commonest(counted, 2)) == [("c, mixed", 5), ("a, direct", 2)]


def test_a_missing_scorer_is_named(tmp_path: Path) -> None:
    with pytest.raises(SharedDataMissing, match=r"score\.py"):
        mistakes(CORPUS, tmp_path, tmp_path / "found.jsonl")
