"""The reporting words: the data file is well formed, and words are found by any of their forms."""

from importlib.resources import files

import pytest

from graph_service.models import Modality
from graph_service.pipeline import lexicon
from graph_service.pipeline.lexicon import MODALITY, PATTERNS, CueClass

LEXICON = lexicon.load()


def lines(name: str) -> list[str]:
    text = (files("graph_service.pipeline") / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("say", "say"),
        ("says", "say"),
        ("said", "say"),
        ("denies", "deny"),
        ("denied", "deny"),
        ("urging", "urge"),
        ("planned", "plan"),
        ("planning", "plan"),
        ("told", "tell"),
        ("swore", "swear"),
        ("stresses", "stress"),
        ("agreed", "agree"),
    ],
)
def test_a_verb_is_found_by_its_forms(form: str, word: str) -> None:
    assert word in {entry.word for entry in LEXICON.verbs(form)}


@pytest.mark.parametrize(("form", "word"), [("claim", "claim"), ("claims", "claim"), ("worries", "worry")])
def test_a_noun_is_found_by_its_forms(form: str, word: str) -> None:
    assert word in {entry.word for entry in LEXICON.nouns(form)}


def test_an_unknown_form_is_of_no_word() -> None:
    assert not LEXICON.verbs("xyzzied")
    assert not LEXICON.nouns("xyzzy")
    assert not LEXICON.adjectives("")


def test_phrases_come_before_their_first_word_alone() -> None:
    tails = [len(entry.tail) for entry in LEXICON.verbs("called")]
    assert tails == sorted(tails, reverse=True)
    assert tails[0] > tails[-1] == 0


def test_what_a_word_means_depends_on_its_complement() -> None:
    ask = next(entry for entry in LEXICON.verbs("asked") if not entry.tail and "wh" in entry.uses)
    assert ask.uses["wh"] is CueClass.SPEECH
    assert ask.uses["person-inf"] is CueClass.DEMAND


def test_every_class_has_a_modality() -> None:
    assert set(MODALITY) == set(CueClass)
    assert set(MODALITY.values()) == set(Modality)


def test_every_line_is_well_formed() -> None:
    for line in lines("cues.tsv"):
        word, part, cue_class, _, patterns = line.split("\t")
        assert word == word.lower().strip()
        assert part in {"verb", "noun", "adjective"}
        assert CueClass(cue_class)
        assert set(patterns.split()) <= PATTERNS, word


def test_lines_are_sorted_and_none_is_there_twice() -> None:
    keys = [tuple(line.split("\t")[:3]) for line in lines("cues.tsv")]
    assert len(keys) == len(set(keys))
    assert keys == sorted(keys, key=lambda key: (key[1] != "verb", key[1], key[0], key[2]))


@pytest.mark.parametrize("name", ["media.txt", "people.txt", "things.txt"])
def test_word_lists_are_sorted_and_lower_case(name: str) -> None:
    words = lines(name)
    assert words == sorted(set(words))
    assert words == [word.lower() for word in words]
    assert lexicon.words(name) == frozenset(words)


@pytest.mark.parametrize(
    "rows", [[["speech", "-", "that sideways"]], [["speech", "-", "that"], ["belief", "-", "that"]]]
)
def test_an_unknown_or_doubled_complement_is_an_error(rows: list[list[str]]) -> None:
    with pytest.raises(ValueError, match="unknown or doubled complement"):
        lexicon._entry("mumble", rows)
