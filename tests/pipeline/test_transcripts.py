"""Briefings and debates of which every line says who speaks. Texts of our own."""

from graph_service.pipeline.interviews import interview
from tests.pipeline.reading import names, read, said
from tests.pipeline.test_whole_articles import speaker

_BRIEFING = """The Port Authority's Regular Briefing

Harbour Wire: The mayor of Lundby said yesterday that the dam was full. What do you say to that?

Ada Brun: She needs to look at her own dam. Ours holds. She should not shift the blame onto others.

Orre Herald: Olle Holm called the dam a danger. Do you have a response?

Ada Brun: I'd refer you to his office. We urge him to stop.

Coast News: Can you confirm that you will meet the mayor?

Ada Brun: I have nothing to share at the moment.
"""
_DEBATE = """Debate on the Dam

The Minister: I am grateful to the hon. Member. We had to mend the dam, and she knows it.

Ada Brun: The Minister has chosen boats over bread. Why did he choose boats?

The Minister: There was no bread. Nobody believes her any more.

Mr Speaker: Order. I want to hear the Minister.

Sir Karl Berg (Lundby) (Lib): My constituents tell me that they are afraid. Will he publish the map?

The Minister: I do understand the concern.
"""


def test_a_briefing_at_which_many_ask_is_an_interview() -> None:
    turns = interview(_BRIEFING).turns
    assert [each.asks for each in turns] == [True, False] * 3
    found = read(_BRIEFING)
    answers = [each for each in found.statements if each.type.value == "direct"]
    assert [each.text.split()[0] for each in answers] == ["She", "I'd", "I"]
    assert {speaker(found, words) for words in ("shift the blame", "urge him", "nothing to share")} == {"Ada Brun"}
    assert names(found, said(found, "shift the blame").addressees) == ["Harbour Wire"]


def test_every_line_of_a_debate_is_of_its_label() -> None:
    found = read(_DEBATE)
    assert not any(each.asks for each in interview(_DEBATE).turns)
    by = {words: speaker(found, words) for words in ("mend the dam", "chosen boats", "publish the map", "to hear")}
    assert by == {
        "mend the dam": "The Minister",
        "chosen boats": "Ada Brun",
        "publish the map": "Karl Berg",
        "to hear": "Mr Speaker",
    }
    assert said(found, "mend the dam").text.endswith("and she knows it.")


def test_a_list_with_labels_is_no_debate() -> None:
    facts = "Name: Ada Brun\nHome: Lundby\nBoats: three\nCrew: nine\nShe rows."
    assert interview(facts).turns == ()
    article = "It rained in Lundby.\nAda Brun: It will rain.\nThe port closed.\nKarl Berg: It is late.\nNobody rowed."
    assert interview(article).turns == ()


def test_who_speaks_first_and_alone_asks_is_the_interviewer() -> None:
    text = (
        "Harbour Review: Ms. Orre, when did you first notice the cracks?\n\nInga Orre: In March. I told my crew.\n\n"
        "HR: Did they believe you?\n\nIO: They wanted to.\n\nHR: The ministry says it learned of it in April.\n\n"
        "IO: That is false.\n\nHR: Mr. Berg told us that you never rang.\n\nIO: He told the inquiry so."
    )
    assert [each.asks for each in interview(text).turns] == [True, False] * 4
    assert "Harbour Review" not in {speaker(read(text), words) for words in ("In March", "wanted to", "is false")}


def test_a_hearing_is_a_debate() -> None:
    text = (
        "Mr. ALDEN. Dr. von Orre, you signed the memo. Is that your name?\n\nDr. VON ORRE. It is, Senator.\n\n"
        "The CHAIRMAN. The time has expired.\n\nMs. RUIZA of Maine. Dr. Okoye testified that she never rang.\n\n"
        "Dr. VON ORRE. Then one of us is mistaken."
    )
    found = read(text)
    by = {words: speaker(found, words) for words in ("signed", "It is", "expired", "Dr. Okoye testified", "mistaken")}
    assert by == {
        "signed": "Alden",
        "It is": "von Orre",
        "expired": "The CHAIRMAN",
        "Dr. Okoye testified": "Ruiza",
        "mistaken": "von Orre",
    }
    assert said(found, "expired").cue_text == "."


def test_a_summary_of_a_meeting_has_names_in_capitals() -> None:
    found = read(
        "DOROTHY ORRE SHEA (United States) said that the text was late. It was a step, she stressed.\n\n"
        "ADA BRUN (Chile) countered that it rained."
    )
    by = {words: speaker(found, words) for words in ("was late", "a step", "it rained")}
    assert by == {"was late": "Dorothy Orre Shea", "a step": "Dorothy Orre Shea", "it rained": "Ada Brun"}
