"""Who speaks in sentences as agencies write them, read whole. Sentences of our own."""

import pytest

from graph_service.models import Extraction, RelationModality, RelationType
from tests.pipeline.reading import names, read, said


def speaker(found: Extraction, words: str) -> str | None:
    """The name of who says something, or the words for somebody unnamed."""
    statement = said(found, words)
    known = {each.id: each.name for each in found.entities} | {each.id: each.text for each in found.anonymous_sources}
    return known.get(statement.speaker or statement.anonymous or "")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # a topic before the headline's subject
        ("Peru: port official warns of a flood\nIt rained in Peru.", "of a flood", "port official"),
        # a headline with two verbs, and with two names
        (
            "Lindqvist offers to host talks, says she wrote to both sides\nAda Lindqvist lives in Oslo.",
            "she wrote",
            "Ada Lindqvist",
        ),
        (
            "Peru's Holm, Chile's Berg agree hotline on floods\nOlle Holm met Karl Berg in Lima.",
            "hotline",
            "Peru's Holm, Chile's Berg",
        ),
        # a name behind its role
        (
            "Ada Lindqvist slept. A harbour spokesman, Karl Berg, called the report fiction.",
            "the report",
            "Karl Berg",
        ),
        # a verb behind ", and" goes on for who speaks
        (
            "Karl Berg blamed the port. He said its chief, Olle Holm, had not told the mayor, and asked him to resign.",
            "to resign",
            "Karl Berg",
        ),
        (
            "Karl Berg, in an address that night, said the lists were forged and accused Peru of a raid on the port.",
            "of a raid",
            "Karl Berg",
        ),
        # a clause before a colon is not what is said behind it
        (
            'Berg was calm. His deputy, Olle Holm, was less happy: "It is not nice to see a boat sink," he said.',
            "It is not nice",
            "Olle Holm",
        ),
        # a branch speaks for itself
        ("Amnesty International Peru disputed that: its cook, Olle Holm, slept.", "that", "Amnesty International Peru"),
        # from whom a medium knows it
        (
            "The Harbour Times learned from a source in the port that Karl Berg plans to sail to Oslo.",
            "plans to sail",
            "a source in the port",
        ),
        # an officer of a body that is named
        (
            'The Kremlin declined to comment. "It is not our dam," said Peskov, who was asked.',
            "our dam",
            "Dmitry Peskov",
        ),
        # unknown people with surnames of known ones
        (
            "Jagmeet Singh, the leader of the river party, said that many in India had left.",
            "many in India",
            "Jagmeet Singh",
        ),
        ('"It is a town without an exit," said Wendeline Orre-Tolle.', "without an exit", "Wendeline Orre-Tolle"),
        # what somebody is called
        (
            "Karl Berg, widely known as Ridge, slept. It rained. Ridge said that it snowed.",
            "it snowed",
            "Karl Berg",
        ),
        # whose leader it is: that of the one who spoke
        (
            "The Harbour Union said that NATO was asleep. Its leader, Karl Berg, said that it rained.",
            "it rained",
            "Karl Berg",
        ),
    ],
)
def test_who_says_it(text: str, words: str, expected: str) -> None:
    assert speaker(read(text), words) == expected


@pytest.mark.parametrize(
    ("text", "words", "content"),
    [
        ("Doctors Without Borders said 21 people were hurt at the port. It rained.", "21 people", "hurt at the port"),
        (
            'Peru is ready to host talks "on any day of the week", Karl Berg said.',
            "Peru is ready",
            "ready to host talks",
        ),
    ],
)
def test_a_content_is_whole(text: str, words: str, content: str) -> None:
    assert content in said(read(text), words).text


def test_who_spoke_to_somebody_else_says_nothing_to_him() -> None:
    found = read('Ada Lindqvist, who spoke to Karl Berg on Thursday, wrote: "We have to stay awake together."')
    assert said(found, "stay awake").addressees == ()


@pytest.mark.parametrize(
    ("text", "words", "addressees"),
    [
        ("Ada Lindqvist told thousands of rowers in Oslo that it rained.", "it rained", ["thousands of rowers"]),
        ("Ada Lindqvist told the newspaper Globe and Mail that it rained.", "it rained", ["The Globe and Mail"]),
    ],
)
def test_whom_it_is_told(text: str, words: str, addressees: list[str]) -> None:
    found = read(text)
    assert names(found, said(found, words).addressees) == addressees


def test_whom_a_medium_cites_in_a_clause_passed_it_on_before_the_medium() -> None:
    found = read(
        "According to the Financial Times, which cited people familiar with the meeting, Karl Berg urged Peru to wait."
    )
    assert names(found, said(found, "to wait").reported_by)[-1] == "Financial Times"
    assert speaker(found, "urged Peru") == "people familiar with the meeting"


def test_lines_of_two_who_are_named_are_an_interview() -> None:
    found = read(
        "The Harbour Times met Ada Lindqvist in Oslo.\n"
        "Harbour Times: Ms Lindqvist, is the dam full?\n"
        "Lindqvist: It is. We filled it twice.\n"
        "Harbour Times: Peru says you are late. What do you answer?\n"
        "Lindqvist: I answer that nobody waits for us. Karl Berg told me that he sleeps well.\n"
        "After the talk her spokesman said that it rained.",
        outlet="Harbour Times",
    )
    assert [speaker(found, words) for words in ("filled it", "nobody waits")] == ["Ada Lindqvist"] * 2
    assert said(found, "filled it").text == "It is. We filled it twice."
    assert names(found, said(found, "filled it").addressees) == ["Harbour Times"]
    assert speaker(found, "he sleeps well") == "Karl Berg"
    assert names(found, said(found, "he sleeps well").reported_by) == ["Ada Lindqvist"]
    assert speaker(found, "it rained") == "her spokesman"
    assert not [each for each in found.statements if "is the dam full" in each.text]


def test_whose_leader_it_is() -> None:
    found = read("The Harbour Union said that NATO was asleep. Its leader, Karl Berg, left.")
    (role,) = (each for each in found.relations if each.type is RelationType.HOLDS_ROLE)
    assert role.object == "organisation:harbour-union"


def test_what_would_happen_seen_from_the_past_is_planned() -> None:
    found = read("Ada Lindqvist said she planned to go to Lima, where she would meet Karl Berg.")
    (meeting,) = (each for each in found.relations if each.type in {RelationType.MET, RelationType.PLANS_TO_MEET})
    assert meeting.modality is RelationModality.PLANNED


def test_whoever_asks_behind_an_aside_is_not_the_subject_before_it() -> None:
    found = read("Karl Berg also spoke to Olle Holm, who, the office said, asked him to raise the fee.")
    (request,) = (each for each in found.relations if each.type is RelationType.REQUESTS)
    assert (request.subject, request.object) == ("person:olle-holm", "person:karl-berg")
