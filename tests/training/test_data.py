"""Annotated articles as the model sees them; nothing of the training's own dependencies is needed for that."""

import json
from collections import Counter
from pathlib import Path

import pytest

from graph_service.pipeline.tagger import model
from training.data import Article, batches, epoch, load, load_plain, spacy_labels, steps

TEXT = "Mora said the dam holds.\nShe hopes for rain. Vega left.\n" + "The port is open again and the ships wait. " * 20


def spans(*words: str) -> list[list[int]]:
    return [[TEXT.index(each), TEXT.index(each) + len(each)] for each in words]


LINE = {
    "id": 1,
    "text": TEXT,
    "ignore": spans("Vega left"),
    "statements": [
        {"source": spans("Mora"), "cue": spans("said"), "content": spans("the dam holds"), "cue_kind": "speech"},
        {"source": spans("She"), "cue": spans("hopes for"), "content": spans("rain"), "cue_kind": "attitude"},
        {"source": [], "cue": [], "content": spans("the ships wait"), "cue_kind": "speech"},
    ],
}


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Article:
    folder = tmp_path_factory.mktemp("corpora")
    (folder / "own.jsonl").write_text(json.dumps(LINE) + "\n")
    tokenizer = model.load_tokenizer(model.FOLDER / model.VOCABULARY)
    (made,) = load(folder / "own.jsonl", tokenizer, spacy_labels(), folder / "parsed")
    (folder / "own.jsonl").unlink()
    (kept,) = load(folder / "own.jsonl", tokenizer, spacy_labels(), folder / "parsed")
    assert kept.line == made.line
    return kept


def words(article: Article, start: int, end: int) -> str:
    read = article.syntax.words
    return TEXT[read.spans[start][0] : read.spans[end - 1][1]]


def test_statements_with_a_cue_are_gold(article: Article) -> None:
    assert [(words(article, *each.cue), each.kind) for each in article.gold] == [("said", 0), ("hopes for", 1)]


def test_each_word_has_the_label_of_its_part(article: Article) -> None:
    labels = article.gold[0].labels
    named = {words(article, i, i + 1): int(label) for i, label in enumerate(labels) if label}
    assert named == {"Mora": 1, "the": 3, "dam": 4, "holds": 4}


def test_where_the_annotation_is_silent_is_known(article: Article) -> None:
    silent = [words(article, i, i + 1) for i, each in enumerate(article.silent) if each]
    assert silent == ["Vega", "left"]


def test_an_epoch_reads_each_word_once_and_cuts_elsewhere_by_its_seed(article: Article) -> None:
    first, again, other = (epoch([article, article], 40, seed) for seed in ("7-0", "7-0", "7-1"))
    assert first == again != other
    for places in (first, other):
        read = Counter((index, word) for index, window in places for word in range(*window))
        assert read == Counter((index, word) for index in (0, 1) for word in range(len(article.syntax.words)))


def test_batches_hold_about_as_many_pieces(article: Article) -> None:
    places = epoch([article], 40, "7-0")
    made = batches(places, [article], 80)
    assert sorted(place for batch in made for place in batch) == sorted(places)
    longest = max(article.syntax.words.length(*window) for _, window in places)
    assert all(len(batch) * max(article.syntax.words.length(*window) for _, window in batch) <= 80 for batch in made)
    assert longest <= 40


def test_plain_sentences_are_read_once_and_have_no_gold(tmp_path: Path) -> None:
    sentences = [
        "Mora said on Monday that the dam holds and that the ships wait.",
        "Mora  said on Monday that the dam holds and that the ships wait.",
        "Too short.",
    ]
    (tmp_path / "plain.jsonl").write_text("\n".join(json.dumps({"sentence": each}) for each in sentences))
    tokenizer = model.load_tokenizer(model.FOLDER / model.VOCABULARY)
    (found,) = load_plain(tmp_path / "plain.jsonl", tokenizer, spacy_labels(), tmp_path / "parsed")
    assert not found.annotated
    assert found.gold == ()


def test_batches_are_annotated_or_plain(article: Article) -> None:
    plain = article._replace(annotated=False)
    made = steps([article, plain, article, plain], 40, 80, "7-0")
    kinds = [{index % 2 for index, _ in batch} for batch in made]
    assert all(len(each) == 1 for each in kinds)
    assert {0} in kinds
    assert {1} in kinds
