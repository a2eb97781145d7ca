"""To whom it was said: by the cue, by the occasion, by the talk it is part of. Sentences of our own."""

import pytest

from tests.pipeline.reading import names, read, said

# a text, words of a statement in it, its addressees
BY_THE_CUE = [
    ("Ada Lindqvist told Karl Berg that the dam was full.", "the dam was full", ["Karl Berg"]),
    ("Ada Lindqvist told Karl Berg and Bo Ek that the dam was full.", "the dam was full", ["Karl Berg", "Bo Ek"]),
    ("Ada Lindqvist told lawmakers in Oslo that the dam was full.", "the dam was full", ["lawmakers"]),
    ("Ada Lindqvist told a joint news conference that the dam was full.", "the dam", ["a joint news conference"]),
    ('"The dam is full," Ada Lindqvist told the ministers gathered in Oslo.', "The dam", ["the ministers"]),
    ("Ada Lindqvist wrote to Karl Berg that the dam was full.", "the dam was full", ["Karl Berg"]),
    ("Ada Lindqvist warned Norway that the dam was full.", "the dam was full", ["Norway"]),
    ("Ada Lindqvist urged Norway to open the dam.", "to open the dam", ["Norway"]),
    ("Ada Lindqvist asked her neighbours to open the dam.", "to open the dam", ["her neighbours"]),
    ("Ada Lindqvist asked Norway's partners for more pumps.", "for more pumps", ["Norway's partners"]),
    ("Ada Lindqvist called on Norway on Friday to open the dam.", "to open the dam", ["Norway"]),
    ("Ada Lindqvist assured both towns that the dam would hold.", "the dam would hold", ["both towns"]),
    ("Ada Lindqvist met Karl Berg. She told him that the dam was full.", "the dam was full", ["Karl Berg"]),
    ("The dam is full, Ada Lindqvist told Reuters.", "The dam is full", ["Reuters"]),
    ("Ada Lindqvist told Channel 12 that the dam was full.", "the dam was full", ["Channel 12"]),
]
BY_THE_OCCASION = [
    ("Ada Lindqvist said in a letter to Karl Berg that the dam was full.", "the dam", ["Karl Berg"]),
    ("In a letter to Karl Berg, Ada Lindqvist said the dam was full.", "the dam", ["Karl Berg"]),
    ("Ada Lindqvist, in a note to Karl Berg, said the dam was full.", "the dam", ["Karl Berg"]),
    ("Ada Lindqvist said in an interview with the Harbour Times that the dam was full.", "the dam", ["Harbour Times"]),
    ('"The dam is full," Ada Lindqvist said in an interview with the Harbour Times.', "The dam", ["Harbour Times"]),
    ("In a call with Emmanuel Macron, Ada Lindqvist said the dam was full.", "the dam", ["Emmanuel Macron"]),
    ("During a meeting with Bo Ek, Ada Lindqvist said the dam was full.", "the dam", ["Bo Ek"]),
    ("Speaking to reporters in Lisbon, Ada Lindqvist said the dam was full.", "the dam", ["reporters"]),
    ("Addressing parliament on Monday, Ada Lindqvist said the dam was full.", "the dam", ["parliament"]),
    ("Ada Lindqvist spoke to the crew and said the dam was full.", "the dam", ["the crew"]),
    ("Asked by lawmakers about the rain, Ada Lindqvist said the dam was full.", "the dam", ["lawmakers"]),
    ("In a speech to the Senate, Ada Lindqvist said the dam was full.", "the dam", ["Senate"]),
    ("In parliament, Ada Lindqvist said the dam was full.", "the dam", ["parliament"]),
    ('"Mr President, the dam is full," Ada Lindqvist said.', "the dam", ["Mr President"]),
    ('"Karl, you must open the dam," Ada Lindqvist said.', "you must open", ["Karl"]),
]
BY_THE_TALK = [
    ("Ada Lindqvist told reporters that the dam was full. She declined to give a number.", "a number", ["reporters"]),
    ('Ada Lindqvist told reporters that the dam was full. She added: "We need more pumps."', "pumps", ["reporters"]),
    ("Ada Lindqvist told reporters that the dam was full and denied that it leaked.", "that it leaked", ["reporters"]),
    ("Ada Lindqvist plans to leave in May. She told reporters this after a walk.", "to leave in May", ["reporters"]),
    ("Then she spoke.\nAda Lindqvist addressed the crew in a video:\nI saw the water. We ran.", "I saw", ["the crew"]),
    (
        "Ada Lindqvist said it rained. She spoke to the agency.\nQ: Is it full?\nA: It is quite full by now.",
        "quite full",
        ["the agency"],
    ),
    ("Ada Lindqvist said it rained.\nQ: Is it full?\nA: It is quite full by now.", "quite full", ["Harbour Wire"]),
    (
        "Officials wrote to the Harbour Times. Ada Lindqvist told the newspaper the dam was full.",
        "dam was full",
        ["Harbour Times"],
    ),
]
NOBODY = [
    ("Ada Lindqvist said that Karl Berg was late.", "was late"),
    ("After a meeting with Karl Berg, Ada Lindqvist said the dam was full.", "the dam was full"),
    ("Ada Lindqvist, who wrote a letter to Karl Berg, said the dam was full.", "the dam was full"),
    ("Ada Lindqvist said a letter to Karl Berg was lost.", "was lost"),
    ("Ada Lindqvist told the truth, Karl Berg said.", "Ada Lindqvist told"),
    ("Ada Lindqvist said on Friday that the dam was full.", "the dam was full"),
    ("Ada Lindqvist wrote on Telegram that the dam was full.", "the dam was full"),
    ("Ada Lindqvist told reporters that it rained. On Telegram she wrote that the dam was full.", "the dam was full"),
    ("Ada Lindqvist told reporters that it rained. She believes that the dam is full.", "the dam is full"),
    ("Ada Lindqvist told reporters that it rained. Karl Berg said the dam was full.", "the dam was full"),
    ("Ada Lindqvist urged Norway to wait. She also said that the dam was full.", "the dam was full"),
    ("Ada Lindqvist told reporters it rained.\nKarl Berg slept.\nShe said the dam was full.", "the dam was full"),
    ('"Thank you," Ada Lindqvist said.', "Thank you"),
    ('"Yes, you must open the dam," Ada Lindqvist said.', "you must open"),
    ("The talks with Norway were good, Ada Lindqvist said.", "The talks"),
    ("Ada Lindqvist said she had talked to Karl Berg.", "she had talked"),
]


@pytest.mark.parametrize(("text", "words", "addressees"), [*BY_THE_CUE, *BY_THE_OCCASION, *BY_THE_TALK])
def test_it_is_said_to_somebody(text: str, words: str, addressees: list[str]) -> None:
    found = read(text)
    assert names(found, said(found, words).addressees) == addressees


@pytest.mark.parametrize(("text", "words"), NOBODY)
def test_it_is_not_said_to_everybody_who_is_named(text: str, words: str) -> None:
    found = read(text)
    assert names(found, said(found, words).addressees) == []
