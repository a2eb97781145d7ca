"""What only sums up a fuller statement of the same speaker. Articles of our own, in a few lines each."""

import pytest

from tests.pipeline.reading import read, said

FILLER = "\nThe river is long and old.\nNobody swims in it.\n"
# a text, words of the statement that sums up, words of the one that it sums up
SUMMED_UP = [
    (
        "Lindqvist wants to open the dam\nOSLO - Ada Lindqvist wants to open the dam in May, she said.",
        "to open the dam",
        "in May",
    ),
    (
        "Lindqvist denies selling pumps to Norway\nAda Lindqvist denied that she had sold pumps to Norway in 2023.",
        "selling pumps",
        "had sold pumps",
    ),
    (
        'Lindqvist: "The dam is full"\nAda Lindqvist told reporters: "The dam is full, and the pumps are old."',
        '"The dam is full"',
        "pumps are old",
    ),
    (
        "Lindqvist urges Norway to open the dam\nAda Lindqvist urged Norway on Friday to open the dam before the rain.",
        "to open the dam",
        "before the rain",
    ),
    (
        "Lindqvist asks Norway for Patriots\nAda Lindqvist urged Norway to hand over Patriots before the rain.",
        "for Patriots",
        "before the rain",
    ),
    (
        "Norway plans to buy pumps\nNorway plans to buy forty pumps from Peru in May.",
        "to buy pumps",
        "forty pumps",
    ),
    (
        "Lindqvist says pumps are broken\nThe rain went on."
        + FILLER
        + '"All our pumps are broken, and nobody mends them," Ada Lindqvist said.',
        "pumps are broken",
        "nobody mends",
    ),
    (
        "A long rain\nAda Lindqvist said that pumps from Norway had saved the harbour."
        + FILLER
        + '"The pumps from Norway saved the harbour in one night," Ada Lindqvist said.',
        "had saved the harbour",
        "in one night",
    ),
    (
        "A long rain"
        + FILLER
        + "Ada Lindqvist said that the old pumps had saved the harbour."
        + '\n"The old pumps saved the harbour, and nobody thanked them," she said.',
        "had saved",
        "nobody thanked",
    ),
]
NOT_SUMMED_UP = [
    # another speaker
    "Lindqvist wants to open the dam\nKarl Berg wants to open the dam in May. Ada Lindqvist slept.",
    # other words
    "Lindqvist wants to open the dam\nAda Lindqvist wants to buy a boat.",
    "Lindqvist says pumps are broken\nAda Lindqvist said that the choir would sing.",
    # only the same names
    "Lindqvist warns Norway about rain\nAda Lindqvist said Norway had won the cup.",
    "A long rain\nAda Lindqvist praised Norway and Peru.\nAda Lindqvist said Norway and Peru were late.",
    # said and not said
    "Lindqvist does not say when the dam opens\nAda Lindqvist said when the dam opens.",
    # far from the lede
    "A long rain"
    + FILLER
    + "Ada Lindqvist said the pumps were broken. Bo Ek said it rained. "
    + "Ada Lindqvist said the pumps were broken.",
    # one statement
    "Ada Lindqvist said that the dam was full.",
    # a statement within another
    "Ada Lindqvist said Karl Berg had promised to open the dam.",
]


@pytest.mark.parametrize(("text", "words", "fuller"), SUMMED_UP)
def test_a_headline_sums_up(text: str, words: str, fuller: str) -> None:
    found = read(text)
    first = next(each for each in found.statements if words in each.text)
    second = said(found, fuller)
    assert (first.same_as, second.same_as) == (second.id, None)


@pytest.mark.parametrize("text", NOT_SUMMED_UP)
def test_nothing_is_summed_up(text: str) -> None:
    assert [each.same_as for each in read(text).statements if each.same_as] == []


def test_what_is_summed_up_sums_up_nothing() -> None:
    text = "Lindqvist wants to open the dam\nLindqvist wants to open the dam in May." + FILLER
    found = read(text + "Ada Lindqvist wants to open the dam in May, before the rain.")
    root = said(found, "before the rain")
    assert [each.same_as for each in found.statements] == [root.id, root.id, None]
