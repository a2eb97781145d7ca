"""Who said what: one sentence of our own for each way news says it, as (source, cue, content)."""

from collections.abc import Iterator

import pytest

from graph_service.models import Modality, Span, StatementType
from graph_service.pipeline.annotations import FoundStatement
from graph_service.settings import Finder
from tests.pipeline import finding


@pytest.fixture(autouse=True, params=[Finder.RULES, Finder.MODEL])
def finder(request: pytest.FixtureRequest) -> Iterator[None]:
    """Each case holds for the rules alone and for the model with the rules around it."""
    _finder.append(request.param)
    yield
    _finder.pop()


_finder: list[Finder] = []


def statements(text: str) -> tuple[FoundStatement, ...]:
    return finding.statements(text, _finder[-1])


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " | ".join(text[start:end] for start, end in spans)


def assert_says(text: str, *expected: tuple[str, str, str]) -> None:
    """The same sources and contents; a cue of the model may hold more than the rules' ("wrote on Telegram:")."""
    found = triples(text)
    assert [(source, content) for source, _, content in found] == [(source, content) for source, _, content in expected]
    for (_, cue, _), (_, wanted, _) in zip(found, expected, strict=True):
        assert cue == wanted if _finder[-1] is Finder.RULES else wanted in cue


def triples(text: str) -> list[tuple[str, str, str]]:
    return [(words(text, each.source), words(text, each.cue), words(text, each.content)) for each in statements(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"The bridge opens in May," Ruiz said.', ("Ruiz", "said", '"The bridge opens in May,"')),
        (
            '"The bridge opens in May," said Ana Ruiz, the minister of works.',
            ("Ana Ruiz, the minister of works", "said", '"The bridge opens in May,"'),
        ),
        ('"Why now?" asked the mayor.', ("the mayor", "asked", '"Why now?"')),
        ('Ruiz said: "It is late. We must go."', ("Ruiz", "said", '"It is late. We must go."')),
        ('Ruiz told reporters, "It is late."', ("Ruiz", "told", '"It is late."')),
        ('Ruiz wrote on Telegram: "We need help."', ("Ruiz", "wrote", '"We need help."')),
        (
            'Ruiz was more precise: "Chile will send two ships."',
            ("Ruiz", "was", '"Chile will send two ships."'),
        ),
        ('"The bridge," Ruiz said, "opens in May."', ("Ruiz", "said", '"The bridge," | "opens in May."')),
        (
            '"The bridge is ready," Ruiz said. "It opens in May."',
            ("Ruiz", "said", '"The bridge is ready," | "It opens in May."'),
        ),
        ("“The bridge is ready,” Ruiz said.", ("Ruiz", "said", "“The bridge is ready,”")),
        ("«The bridge is ready», Ruiz said.", ("Ruiz", "said", "«The bridge is ready»")),
        ("'The bridge is ready,' Ruiz said.", ("Ruiz", "said", "'The bridge is ready,'")),
        ("``The bridge is ready,'' Ruiz said.", ("Ruiz", "said", "``The bridge is ready,''")),
        ('"The dam is full," Ruiz added on Monday.', ("Ruiz", "added", '"The dam is full,"')),
        ('Ruiz: "We are ready"', ("Ruiz", ":", '"We are ready"')),
        ("“The dam must hold.” — Ana Ruiz", ("Ana Ruiz", "—", "“The dam must hold.”")),
        ('"The dam must hold." ― Ana Ruiz, Lima.', ("Ana Ruiz, Lima", "―", '"The dam must hold."')),
        (
            '"One.\n"Two.\n"Three," Ruiz said.',
            ("Ruiz", "said", '"One. | "Two. | "Three,"'),
        ),
        (
            "“We have a plan,” Ruiz said.\n“It is simple and it will work.”",
            ("Ruiz", "said", "“We have a plan,” | “It is simple and it will work.”"),
        ),
        (
            "The ministry said in a statement:\n\n“The dam is full and safe.”",
            ("The ministry", "said", "“The dam is full and safe.”"),
        ),
    ],
)
def test_quotations(text: str, expected: tuple[str, str, str]) -> None:
    assert_says(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruiz said that the dam was full.", ("Ruiz", "said", "that the dam was full")),
        ("Ruiz said the dam was full.", ("Ruiz", "said", "the dam was full")),
        (
            "Ruiz said that the dam was full and that the port would close.",
            ("Ruiz", "said", "that the dam was full and that the port would close"),
        ),
        (
            "Ruiz explained that the dam is full, and much depends on rain.",
            ("Ruiz", "explained", "that the dam is full, and much depends on rain"),
        ),
        ("Ruiz said he was tired because it was late.", ("Ruiz", "said", "he was tired because it was late")),
        ("The bridge, Ruiz said, will open in May.", ("Ruiz", "said", "The bridge | will open in May")),
        ("The bridge will open in May, Ruiz said on Monday.", ("Ruiz", "said", "The bridge will open in May")),
        (
            "The port will close, a person familiar with the talks said.",
            ("a person familiar with the talks", "said", "The port will close"),
        ),
        ("Port to close in May, minister says", ("minister", "says", "Port to close in May")),
        (
            "According to the ministry, the dam is full.",
            ("the ministry", "According to", "the dam is full"),
        ),
        ("The dam is full, according to two officials.", ("two officials", "according to", "The dam is full")),
        (
            "Ana Ruiz, who leads the ministry, said the dam was full.",
            ("Ana Ruiz, who leads the ministry", "said", "the dam was full"),
        ),
        ("Residents who said the dam was full were moved.", ("who", "said", "the dam was full")),
        (
            "Ruiz also said it would rain “for a week” in the north.",
            ("Ruiz", "also said", "it would rain “for a week” in the north"),
        ),
        (
            "Local councils, said Ruiz, are required to publish the plans.",
            ("Ruiz", "said", "Local councils | are required to publish the plans"),
        ),
        (
            "Such a ban, argued the minister on Monday, would cost thousands of jobs.",
            ("the minister", "argued", "Such a ban | would cost thousands of jobs"),
        ),
        (
            "Ruiz, the minister, said the talks, which failed in May, would go on.",
            ("Ruiz, the minister", "said", "the talks, which failed in May, would go on"),
        ),
        ("The mayor called the delay “a disgrace”.", ("The mayor", "called", "the delay “a disgrace”")),
        ("Ruiz described the plan as a gift to the city.", ("Ruiz", "described", "the plan as a gift to the city")),
        ("The bridge is expected to open in May.", ("", "is expected", "The bridge | to open in May")),
        (
            "Oslo said on Monday it would close the port, hours after Lima did the same.",
            ("Oslo", "said", "it would close the port"),
        ),
        ("Her claim that the dam was safe was false.", ("Her", "claim", "that the dam was safe")),
        (
            "The minister was quoted as saying that the dam was full.",
            ("The minister", "saying", "that the dam was full"),
        ),
    ],
)
def test_reported_speech(text: str, expected: tuple[str, str, str]) -> None:
    assert_says(text, expected)


@pytest.mark.parametrize(
    ("text", "expected", "modality"),
    [
        ("Peru plans to send two ships.", ("Peru", "plans", "to send two ships"), Modality.INTENTION),
        ("Ruiz promised to open the port.", ("Ruiz", "promised", "to open the port"), Modality.INTENTION),
        ("Ruiz wants Chile to open the port.", ("Ruiz", "wants", "Chile to open the port"), Modality.INTENTION),
        ("Ruiz urged Chile to open the port.", ("Ruiz", "urged", "to open the port"), Modality.DEMAND),
        ("Ruiz called on Chile to open the port.", ("Ruiz", "called on", "to open the port"), Modality.DEMAND),
        ("Ruiz called for an inquiry.", ("Ruiz", "called for", "an inquiry"), Modality.DEMAND),
        ("Ruiz demanded that Chile open the port.", ("Ruiz", "demanded", "that Chile open the port"), Modality.DEMAND),
        ("Ruiz believes the dam will hold.", ("Ruiz", "believes", "the dam will hold"), Modality.BELIEF),
        (
            "Ruiz is convinced that the dam will hold.",
            ("Ruiz", "is convinced", "that the dam will hold"),
            Modality.BELIEF,
        ),
        ("Ruiz warned of new floods.", ("Ruiz", "warned", "of new floods"), Modality.WARNING),
        ("Ruiz warned that the dam was full.", ("Ruiz", "warned", "that the dam was full"), Modality.WARNING),
        ("Ruiz denied that the dam was full.", ("Ruiz", "denied", "that the dam was full"), Modality.DENIAL),
        ("Minister denies closing port", ("Minister", "denies", "closing port"), Modality.DENIAL),
        (
            "Lima rejected claims that it had hidden the report.",
            ("Lima", "rejected", "claims that it had hidden the report"),
            Modality.DENIAL,
        ),
        ("Lima accused Quito of moving the markers.", ("Lima", "accused", "of moving the markers"), Modality.ASSERTION),
        ("Ruiz thanked Chile for sending pumps.", ("Ruiz", "thanked", "for sending pumps"), Modality.ASSERTION),
        ("Ruiz said she would open the port.", ("Ruiz", "said", "she would open the port"), Modality.INTENTION),
        (
            "Ruiz said she believed the dam was safe.",
            ("Ruiz", "said", "she believed the dam was safe"),
            Modality.BELIEF,
        ),
        ('"We will open the port," Ruiz said.', ("Ruiz", "said", '"We will open the port,"'), Modality.INTENTION),
        ("He said it would rain all week.", ("He", "said", "it would rain all week"), Modality.ASSERTION),
    ],
)
def test_attitudes_and_modality(text: str, expected: tuple[str, str, str], modality: Modality) -> None:
    assert_says(text, expected)
    assert [each.modality for each in statements(text)] == [modality]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ruiz did not say when the port would open.", "when the port would open"),
        ("Ruiz has not said whether the port would open.", "whether the port would open"),
        ("Ruiz declined to comment on the report.", "to comment on the report"),
        ("Ruiz refused to say how many ships had left.", "to say how many ships had left"),
        ("Ruiz did not give a number.", "a number"),
        ("Ruiz did not comment on the report.", "the report"),
    ],
)
def test_what_was_not_said_is_negated(text: str, content: str) -> None:
    (found,) = statements(text)
    assert (found.negated, found.modality) == (True, Modality.ASSERTION)
    assert words(text, found.content) == content


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("Ruiz told reporters that the dam was full.", ["reporters"]),
        ('"The dam is full," Ruiz told Chilean lawmakers.', ["Chilean lawmakers"]),
        ("Ruiz said to the mayor that the dam was full.", ["the mayor"]),
        ("Ruiz asked Chile to open the port.", ["Chile"]),
        ("Ruiz called on Chile to open the port.", ["Chile"]),
        ("Ruiz assured both governments that the dam was safe.", ["both governments"]),
        ('"Why now?" asked the mayor.', []),
        ("Ruiz said that the dam was full.", []),
    ],
)
def test_addressees(text: str, addressees: list[str]) -> None:
    (found,) = statements(text)
    assert [text[start:end] for start, end in found.addressees] == addressees


def test_an_addressee_ends_where_the_content_begins() -> None:
    for found in statements("The secretary general told allies they had to spend more."):
        edges = [(each.end, span.start) for each in found.addressees for span in found.content if span.end > each.start]
        assert all(end <= start for end, start in edges)


@pytest.mark.parametrize(
    ("text", "expected", "relays"),
    [
        (
            "Bloomberg reported, citing two officials, that the port would close.",
            ("two officials", "reported", "that the port would close"),
            ["Bloomberg"],
        ),
        (
            "The Tribune reported on Monday, citing people close to the talks, that Ana Ruiz had left the port.",
            ("people close to the talks", "reported", "that Ana Ruiz had left the port"),
            ["The Tribune"],
        ),
        (
            "The port will close in May, two people briefed on the plan said.",
            ("two people briefed on the plan", "said", "The port will close in May"),
            [],
        ),
        (
            "According to AFP, the minister told lawmakers that the port would close.",
            ("the minister", "told", "that the port would close"),
            ["AFP"],
        ),
        (
            "According to Kyodo, citing two officials, the army has been placed on alert.",
            ("two officials", "According to", "the army has been placed on alert"),
            ["Kyodo"],
        ),
        (
            "According to Kyodo, quoting the state agency, the army has been placed on alert.",
            ("Kyodo", "According to", "the army has been placed on alert"),
            [],
        ),
        (
            "A diplomat, quoted by Kyodo, warned that the talks could fail.",
            ("A diplomat", "warned", "that the talks could fail"),
            ["Kyodo"],
        ),
        (
            '"The port is closed," Reuters quoted him as saying.',
            ("him", "quoted", '"The port is closed,"'),
            ["Reuters"],
        ),
        (
            "Reuters reported that the port would close.",
            ("Reuters", "reported", "that the port would close"),
            [],
        ),
    ],
)
def test_media_that_relay(text: str, expected: tuple[str, str, str], relays: list[str]) -> None:
    assert_says(text, expected)
    (found,) = statements(text)
    assert [text[start:end] for start, end in found.relays] == relays


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruiz said she planned to resign.", [("Ruiz", "said", "she planned to resign")]),
        (
            "Ruiz said the mayor had promised to resign.",
            [("Ruiz", "said", "the mayor had promised to resign"), ("the mayor", "had promised", "to resign")],
        ),
        (
            "Ruiz said she had told the president that the dam was full.",
            [
                ("Ruiz", "said", "she had told the president that the dam was full"),
                ("she", "had told", "that the dam was full"),
            ],
        ),
        (
            '"I think the dam is full," Ruiz said.',
            [("Ruiz", "said", '"I think the dam is full,"')],
        ),
    ],
)
def test_statements_within_statements(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert_says(text, *expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ruiz said the dam was full, adding that the port would close.",
            [("Ruiz", "said", "the dam was full"), ("Ruiz", "adding", "that the port would close")],
        ),
        (
            "Ruiz said the dam was full, while the mayor said it was empty.",
            [("Ruiz", "said", "the dam was full"), ("the mayor", "said", "it was empty")],
        ),
        (
            "Ruiz told reporters that the dam was full and dismissed the report.",
            [("Ruiz", "told", "that the dam was full"), ("Ruiz", "dismissed", "the report")],
        ),
        (
            '"The dam is full," Ruiz said. "It is not," the mayor replied.',
            [("Ruiz", "said", '"The dam is full,"'), ("the mayor", "replied", '"It is not,"')],
        ),
        (
            "Ruiz said the plan was simple. “It opens in May.”",
            [("Ruiz", "said", "the plan was simple | “It opens in May.”")],
        ),
    ],
)
def test_several_statements_in_a_paragraph(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert_says(text, *expected)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "The port opened in May.",
        'The film "The Long River" opened in a so-called "dream palace".',
        "A clock in the hall tells the time to everyone. The law says nothing about dams.",
        "The so-called “war of words” is nothing new.",
        "The ships left the port and the crew ate lunch.",
        "Interview: “A harbour without cranes”",
    ],
)
def test_no_statement(text: str) -> None:
    assert triples(text) == []


def test_answers_of_an_interview_are_carried() -> None:
    text = "Q: Is the dam full?\nA: It is. We measured it twice.\n\nQ: And the port?\nRuiz: It opens in May.\n"
    found = statements(text)
    assert [words(text, each.content) for each in found] == ["It is. We measured it twice.", "It opens in May."]
    assert all(each.carried and not each.source and not each.cue for each in found)
    assert {each.type for each in found} == {StatementType.DIRECT}


def test_a_first_person_paragraph_after_a_colon_is_carried() -> None:
    text = "Ruiz addressed the town in a video:\nI saw the dam. We have food for a week.\nThe river rose again."
    (found,) = statements(text)
    assert words(text, found.content) == "I saw the dam. We have food for a week."
    assert found.carried


def test_a_first_person_paragraph_after_somebody_spoke_is_carried() -> None:
    text = (
        "Ruiz told reporters this after the meeting.\n"
        "I said to both ministers: the dam is full. We need pumps.\n"
        "She also said that the port would stay open."
    )
    block, within, after = statements(text)
    assert block.carried
    assert words(text, block.content).startswith("I said to both ministers")
    assert words(text, within.content) == "the dam is full. We need pumps"
    assert words(text, within.addressees) == "both ministers"
    assert within.type is StatementType.DIRECT
    assert words(text, after.source) == "She"


def test_a_narrator_in_the_first_person_is_not_carried() -> None:
    story = "\n".join(f"I walked along the river on day {day}. The mayor said it was cold." for day in range(1, 9))
    assert not any(each.carried for each in statements(story))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"The dam is full," Ruiz said.', StatementType.DIRECT),
        ("Ruiz said the dam was full.", StatementType.INDIRECT),
        ("Ruiz said the dam was “as full as ever” that day.", StatementType.MIXED),
    ],
)
def test_type(text: str, expected: StatementType) -> None:
    assert [each.type for each in statements(text)] == [expected]


def test_clauses_and_quotations_are_surer_than_phrases() -> None:
    (quoted,) = statements('"The dam is full," Ruiz said.')
    (clause,) = statements("Ruiz said that the dam was full.")
    (phrase,) = statements("Ruiz called for an inquiry.")
    assert 1 >= min(quoted.confidence, clause.confidence) > phrase.confidence > 0


@pytest.mark.parametrize(
    "text",
    [
        "Asked whether the port was open, Ruiz said that it was closed.",
        "Pressed on whether the port was open, Ruiz said that it was closed.",
    ],
)
def test_what_nobody_in_particular_asks_is_not_said_by_whom_it_is_put_to(text: str) -> None:
    assert [content for _, _, content in triples(text)] == ["that it was closed"]


@pytest.mark.parametrize(
    "text",
    [
        "Who opposed it?",
        "Did the mayor say that the port was open?",
        "Fact check: Did the mayor say that the port was open?",
        "The mayor is asked whether the port is open.",
    ],
)
def test_who_asks_and_whoever_is_asked_says_nothing(text: str) -> None:
    assert triples(text) == []


def test_what_somebody_does_without_saying_is_not_said() -> None:
    found = [each for each in statements("Ruiz left without saying that the port was open.") if each.cue]
    assert all(each.negated for each in found)


def test_whom_a_medium_quotes_is_the_source_also_where_the_clause_hangs_on_him() -> None:
    text = "The daily Adevarul had reported on Thursday, quoting an unnamed adviser, that Mora made the offer to Vega."
    assert [(source, content) for source, _, content in triples(text)] == [
        ("an unnamed adviser", "that Mora made the offer to Vega")
    ]
