import itertools
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from graph_service.models import MentionKind
from graph_service.pipeline.language import load_parser, parse_article
from graph_service.pipeline.mentions import mention_finder


def found(text: str) -> dict[str, str]:
    """The type of each mention by its words."""
    doc = mention_finder(parse_article(load_parser(), text))
    return {text[mention.span.start : mention.span.end]: mention.type for mention in doc._.found_mentions}


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The U.S. and the UK signed it.", "U.S.", "Country"),
        ("Chile asked the United Arab Emirates for help.", "United Arab Emirates", "Country"),
        ("NATO will meet in May.", "NATO", "Organisation"),
        ("The Kremlin said nothing.", "Kremlin", "Organisation"),
        ("They bought Gripens and an IRIS-T battery.", "Gripens", "WeaponSystem"),
        ("They bought Gripens and an IRIS-T battery.", "IRIS-T", "WeaponSystem"),
        ('He asked for "Storm Shadow" by Friday.', "Storm Shadow", "WeaponSystem"),
        ("The meeting took place in Lisbon.", "Lisbon", "Place"),
        ("Lisbon rejected the offer on Tuesday.", "Lisbon", "Country"),
        ("OSLO, March 3 - The talks went on.", "OSLO", "Place"),
        ("The German baker Ute Lang sold bread.", "German", "Country"),
        ("The German baker Ute Lang sold bread.", "Ute Lang", "Person"),
        ("The Middle East Branch of the museum has moved.", "Middle East Branch", "Organisation"),
        ("Corporal Ines L. Dayton had a dog. They gave it to Dayton's sister.", "Dayton", "Person"),
        ("Wang Wenbin spoke on Monday. Later Wang left.", "Wang", "Person"),
        ("They kept the Svitava bridge open.", "Svitava", "Place"),
        ("Fighterbomber, a Telegram channel close to the pilots, wrote so.", "Fighterbomber", "Organisation"),
        ("They lifted sanctions on the airline Belavia.", "Belavia", "Organisation"),
        ("It was the newspaper Dnevnik that had seen it.", "Dnevnik", "Organisation"),
        ("Mestia's mayor, Koba Ren, sold the boat.", "Mestia", "Place"),
        ("The Chalaati glacier has lost a fifth of its ice.", "Chalaati", "Place"),
        ("Adevarul's editor, Iulia Marin, said that the paper stood by it.", "Iulia Marin", "Person"),
        ("The arrest of ten men off Aflao annoyed them.", "Aflao", "Place"),
        ("Corporal Ines L. Dayton had a dog. They drove to Dayton on Friday.", "Dayton", "Place"),
    ],
)
def test_names_get_their_types(text: str, words: str, kind: str) -> None:
    assert found(text).get(words) == kind


@pytest.mark.parametrize(
    "text",
    ["She is a patriot of the old school.", "An archer shot an arrow.", "Please tell us more.", "He ate turkey."],
)
def test_everyday_words_are_no_names(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They still observe the Minsk agreements.", "Minsk"),
        ("It follows the Geneva Communique of 2012.", "Geneva"),
    ],
)
def test_a_place_is_not_meant_by_what_was_signed_there(text: str, words: str) -> None:
    assert words not in found(text)


def test_a_party_of_another_name_is_not_the_one_that_its_last_word_means() -> None:
    doc = mention_finder(parse_article(load_parser(), "The opposition Social Democrats accused Ida Holt."))
    assert not [each for each in doc._.found_mentions if each.candidates]


def test_a_weapons_everyday_name_needs_support() -> None:
    assert "Patriots" not in found("The Patriots won the game on Sunday, and the fans of the Patriots sang.") or (
        found("The Patriots won the game on Sunday.")["Patriots"] != "WeaponSystem"
    )
    assert found("Two batteries of Patriots, with missiles, will be sent.")["Patriots"] == "WeaponSystem"


def test_the_farmer_is_somebody() -> None:
    assert found("The farmer, Wiktor Ogorek, sold a cow.").get("Wiktor Ogorek") == "Person"


def test_a_title_is_no_part_of_a_name() -> None:
    assert "Ada Lind" in found("Yesterday Prime Minister Ada Lind spoke to Mr. Karl Berg.")


def test_a_bare_surname_is_found_once_the_name_is_known() -> None:
    text = "Ada Lindqvist runs a ferry. Nobody had asked Lindqvist before."
    assert found(text).get("Lindqvist") == "Person"


def test_demonyms_and_descriptions_have_their_kinds() -> None:
    doc = mention_finder(parse_article(load_parser(), "NATO met. The Alliance thanked Danish pilots."))
    kinds = {doc.text[slice(*mention.span)]: mention.kind for mention in doc._.found_mentions}
    assert kinds == {"NATO": MentionKind.NAME, "The Alliance": MentionKind.ROLE, "Danish": MentionKind.DEMONYM}


def test_the_spans_are_there_for_display() -> None:
    doc = mention_finder(parse_article(load_parser(), "Peru thanked NATO."))
    assert [(span.text, span.label_) for span in doc.spans["mentions"]] == [
        ("Peru", "Country"),
        ("NATO", "Organisation"),
    ]


@pytest.fixture(scope="module")
def parse() -> Callable[[str], Doc]:
    return lambda text: parse_article(load_parser(), text)


ALPHABET = st.sampled_from([*list("aZ .,:\n\"'“”()-&éЖ\u200b😀"), "US", " NATO ", "Kyiv", " said ", "Mr. "])


@settings(max_examples=40)
@given(st.lists(ALPHABET, max_size=30).map("".join))
def test_odd_texts_never_break_it_and_spans_never_overlap(text: str) -> None:
    doc = mention_finder(parse_article(load_parser(), text))
    spans = [mention.span for mention in doc._.found_mentions]
    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
