"""About whom and what a statement is. Sentences of our own."""

import pytest

from tests.pipeline.reading import read, said

TARGETS = [
    ("Ada Lindqvist said Norway would help Karl Berg.", "would help", ["Norway", "Karl Berg"]),
    ("Ada Lindqvist said that Karl Berg had lied.", "had lied", ["Karl Berg"]),
    ("Ada Lindqvist said the German chancellor had lied.", "had lied", ["Olaf Scholz"]),
    ("Karl Berg left. Ada Lindqvist said that he had lied.", "had lied", ["Karl Berg"]),
    ("Ada Lindqvist thanked Karl Berg for opening the dam.", "for opening", ["Karl Berg"]),
    ("Ada Lindqvist accused Karl Berg of opening the dam.", "of opening", ["Karl Berg"]),
    ("Ada Lindqvist praised Norway for opening the dam.", "for opening", ["Norway"]),
    ("Ada Lindqvist urged Norway to open the dam.", "to open", ["Norway"]),
    ("Ada Lindqvist warned Norway that the dam was full.", "the dam was full", ["Norway"]),
    ("Ada Lindqvist asked Norway for Leopard 2 tanks.", "for Leopard", ["Norway", "Leopard 2"]),
    ("Ada Lindqvist believes that NATO will last.", "will last", ["NATO"]),
    ("Ada Lindqvist said Norway needs Norway's friends and Peru.", "needs", ["Norway", "Peru"]),
    ("Ada Lindqvist said Moscow had broken its word.", "its word", ["Russia"]),
    ("Ada Lindqvist likes rain.\nQ: What about Norway?\nA: It has to wait a little longer.", "longer", ["Norway"]),
    ("Ada Lindqvist likes rain.\nQ: What about Norway?\nA: Peru has to wait a little longer.", "longer", ["Peru"]),
]
NOBODY = [
    ("Ada Lindqvist said that she was late.", "she was late"),
    ("Ada Lindqvist said that it rained in Norway.", "it rained"),
    ("Ada Lindqvist said the dam was full.", "the dam was full"),
    ('"We are tired," Ada Lindqvist said in Norway.', "We are tired"),
    ("Ada Lindqvist told Karl Berg that the dam was full.", "the dam was full"),
    ("In a letter to Karl Berg, Ada Lindqvist said the dam was full.", "the dam was full"),
    ("Ada Lindqvist likes rain.\nQ: And what comes now?\nA: We row a little longer.", "longer"),
    ("Karl Berg slept. Ada Lindqvist said it was late.", "it was late"),
    ("Ada Lindqvist said that Ada Lindqvist was tired.", "was tired"),
    ("Ada Lindqvist said the Oslo train was late.", "was late"),
]
TOPICS = [
    ("Ada Lindqvist said the humanitarian corridor was shut.", ["humanitarian corridor"]),
    ("Ada Lindqvist asked for long-range missiles and battle tanks.", ["long-range missile", "battle tank"]),
    ("Ada Lindqvist said Norway would pay for it next week.", []),
    ("Ada Lindqvist said that the way to peace was long.", ["peace"]),
    ("Ada Lindqvist said grain was dear, and grain would be dearer than oil.", ["grain", "oil"]),
    ("Ada Lindqvist said Karl Berg knew nothing.", []),
    (
        "Ada Lindqvist said bread, milk, oil, salt, sugar and flour were dear.",
        ["bread", "milk", "oil", "salt", "sugar"],
    ),
]


@pytest.mark.parametrize(("text", "words", "targets"), TARGETS)
def test_a_statement_is_about_somebody(text: str, words: str, targets: list[str]) -> None:
    found = read(text)
    known = {each.id: each.name for each in found.entities}
    assert [known[each.entity] for each in said(found, words).targets] == targets


@pytest.mark.parametrize(("text", "words"), NOBODY)
def test_a_statement_is_about_nobody(text: str, words: str) -> None:
    assert said(read(text), words).targets == ()


@pytest.mark.parametrize(("text", "topics"), TOPICS)
def test_topics_are_nouns_that_name_nobody(text: str, topics: list[str]) -> None:
    (statement,) = read(text).statements
    assert list(statement.topics) == topics
