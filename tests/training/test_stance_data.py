"""Sentences for the stance model; nothing of the training's own dependencies is needed for that."""

import json
import random
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from graph_service.pipeline.stance.passages import Passage
from graph_service.pipeline.tagger import model
from training.stance.data import Example, batches, load, plain, unnamed


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return model.load_tokenizer(model.FOLDER / model.VOCABULARY)


def mention(tokenizer: Tokenizer, example: Example) -> str:
    ((start, end),) = example.passage.runs
    return str(tokenizer.decode(list(example.passage.pieces[start:end]), skip_special_tokens=False))


def test_annotated_sentences_have_a_stance(tokenizer: Tokenizer, tmp_path: Path) -> None:
    line = {"sentence": "Mora is a liar.", "target": [0, 4], "polarity": "negative"}
    (tmp_path / "own.jsonl").write_text(json.dumps(line) + "\n")
    (example,) = load(tmp_path / "own.jsonl", tokenizer)
    assert (mention(tokenizer, example), example.stance) == ("mora", 2)
    hidden = unnamed(example, tokenizer.token_to_id("[MASK]"))
    assert (mention(tokenizer, hidden), hidden.stance) == ("[MASK]", 2)


def test_plain_sentences_have_a_name_and_no_stance(tokenizer: Tokenizer, tmp_path: Path) -> None:
    text = (
        "Barack Obama praised the nurses on Monday.\nIt rained all day long.\nNothing else happened in Norway then.\n"
    )
    (tmp_path / "own.jsonl").write_text(json.dumps({"text": text}) + "\n")
    found = plain(tmp_path / "own.jsonl", tokenizer, 10, 7)
    assert {mention(tokenizer, each) for each in found} == {"barack obama", "norway"}
    assert {each.stance for each in found} == {None}
    assert found == plain(tmp_path / "own.jsonl", tokenizer, 10, 7)
    assert len(plain(tmp_path / "own.jsonl", tokenizer, 1, 7)) == 1


def test_batches_hold_every_passage_once() -> None:
    passages = [Passage(tuple(range(length)), (), 0, ()) for length in range(50)]
    found = list(batches(passages, 8, random.Random(7)))
    assert sorted(each for batch in found for each in batch) == list(range(50))
    assert max(map(len, found)) == 8
