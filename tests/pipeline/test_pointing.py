"""What points back to the sentence before it: "This was reported by …". Texts of our own."""

import pytest

from tests.pipeline.reading import names, read, said
from tests.pipeline.test_whole_articles import speaker

_FLOOD = "Two boats sank off Lundby on Monday."


@pytest.mark.parametrize(
    ("behind", "relays"),
    [
        ("This was reported by the head of the port authority, Ada Brun.", []),
        ("This was reported by the head of the port authority, Ada Brun, Ukrinform writes.", ["Ukrinform"]),
        ("This was stated by Minister Ada Brun at a briefing, Ukrinform reports.", ["Ukrinform"]),
        ("Ada Brun announced this on Telegram, Ukrinform reports.", ["Ukrinform"]),
        (
            "Ada Brun announced this at a briefing, the correspondent of Ukrinform reports.",
            ["the correspondent of Ukrinform"],
        ),
        ("\nThis was announced on Telegram by Mayor Ada Brun.", []),
    ],
)
def test_this_is_the_sentence_before(behind: str, relays: list[str]) -> None:
    found = read(f"{_FLOOD} {behind}", outlet=None)
    (statement,) = found.statements
    assert statement.text == _FLOOD.rstrip(".")
    assert speaker(found, "Two boats") == "Ada Brun"
    assert names(found, statement.reported_by) == relays


def test_whoever_is_told_this_is_addressed() -> None:
    found = read(f"{_FLOOD} Ada Brun told reporters this in Orre.")
    assert names(found, said(found, "Two boats").addressees) == ["reporters"]


@pytest.mark.parametrize(
    "text",
    [
        # somebody is told to say it already
        "It will rain, Karl Berg said. This was confirmed by the mayor, Ada Brun.",
        "Karl Berg plans to row. He told journalists this on Monday.",
        # it stands behind the colon
        f"{_FLOOD} Mayor Ada Brun said this about the town: “We are alone.”",
        # nobody is told to say it
        f"{_FLOOD} This was not reported by anybody.",
        # there is nothing before
        "This was reported by Ada Brun.",
        # and what is quoted is not the narrator's
        "“Two boats sank off Lundby.” This was reported by Ada Brun.",
    ],
)
def test_this_is_nothing_new(text: str) -> None:
    found = read(text)
    assert not [each for each in found.statements if each.text in {_FLOOD.rstrip("."), "This", "this"}]
    assert not [each for each in found.statements if each.text.startswith("It will rain") and each.speaker is None]


def test_a_plan_is_told_by_somebody_else() -> None:
    found = read("Chile plans to leave the union by May. This was stated by Minister Ada Brun, Ukrinform reports.")
    assert speaker(found, "Chile plans") == "Ada Brun"
    assert names(found, said(found, "Chile plans").reported_by) == ["Ukrinform"]
