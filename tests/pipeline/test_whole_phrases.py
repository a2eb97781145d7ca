"""Cues, contents and sources that end where a phrase ends, and the names in them. Sentences of our own."""

import pytest

from graph_service.models import Modality, RelationType
from tests.pipeline.reading import names, read, said
from tests.pipeline.test_whole_articles import speaker


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # no half of a name, of a compound or of a phrase
        (
            "LIMA - Chile, Peru and Bolivia said on Monday night they were leaving the International Criminal Court.",
            "were leaving",
            "they were leaving the International Criminal Court",
        ),
        (
            "Peru's president, Olle Holm, ordered flags to be flown at half-mast.",
            "flags",
            "flags to be flown at half-mast",
        ),
        (
            '"Every week that this room is silent, a boat sinks," the director-general\'s envoy for rain, Karl Berg, '
            "told the meeting.",
            "a boat sinks",
            '"Every week that this room is silent, a boat sinks,"',
        ),
        # up to where somebody else speaks, and from where an aside breaks in
        (
            "Karl Berg slept. His aide Olle Holm said that nothing had changed; the captain, he added, would "
            "row no more.",
            "would row",
            "the captain … would row no more",
        ),
        (
            "Ada Brun argues that the port has done its part; her critics in the union counter that it sleeps.",
            "done its part",
            "that the port has done its part",
        ),
        (
            'Karl Berg said rowing now would be "madness"; he has threatened to bring down the union.',
            "madness",
            'rowing now would be "madness"',
        ),
        # nor when it was said, nor what goes on behind the cue about something else
        (
            "Harbour bloggers claimed on October 6 and 7 that Peruvian forces took the dam.",
            "took the dam",
            "that Peruvian forces took the dam",
        ),
        (
            "Rowers working for Chile were behind the leak that wet the dam, Orre Labs said on Monday, the second time "
            "that the firm has blamed Chile for a leak.",
            "behind the leak",
            "Rowers working for Chile were behind the leak that wet the dam",
        ),
    ],
)
def test_what_is_said_is_whole(text: str, words: str, expected: str) -> None:
    assert said(read(text), words).text == expected


@pytest.mark.parametrize(
    ("text", "words", "cue"),
    [
        ("Peruvian Trade Minister Olle Holm said last month that all boats were dry.", "boats", "said"),
        (
            "Treasury Secretary Karl Berg said on Harbour Business that he expected rain.",
            "rain",
            "said on Harbour Business",
        ),
        ("Ada Brun, who died last week, liked to say that talks were won in corridors.", "corridors", "liked to say"),
    ],
)
def test_a_cue_is_whole(text: str, words: str, cue: str) -> None:
    assert said(read(text), words).cue_text == cue


@pytest.mark.parametrize(
    ("text", "words", "modality"),
    [
        (
            "Ada Brun, who died last week, liked to say that talks were won in corridors.",
            "corridors",
            Modality.ASSERTION,
        ),
        ("Peru's president, Olle Holm, ordered flags to be flown at half-mast.", "flags", Modality.DEMAND),
    ],
)
def test_what_a_cue_does(text: str, words: str, modality: Modality) -> None:
    assert said(read(text), words).modality is modality


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # a body whose name ends in a thing's, and the press office of another
        ("Human Rights Watch said the ruling would rob victims of a court.", "rob victims", "Human Rights Watch"),
        (
            "The rule takes effect in a year, the mayor's press office pointed out.",
            "takes effect",
            "the mayor's press office",
        ),
        # a spokeswoman is "she", whatever her name is like
        (
            "Kim Yo Jong, his sister, said it was wet.\n\nThe ministry's spokeswoman, Chang Yoon-jeong, told reporters "
            "that it would wait. Asked whether President Lee Jae-myung still planned to row, she said he would tell.",
            "he would tell",
            "Chang Yoon-jeong",
        ),
        # whoever answers was asked
        (
            'On the boat, a reporter asked Ada Brun about the flood. "It has been here for a year," she answered.',
            "for a year",
            "Ada Brun",
        ),
        # a name behind "one of them", and one behind a rank
        ("One of them, Ada Brun, whose boat sank, said she would row.", "would row", "Ada Brun"),
        (
            "The head of the Harbour Union's naval mission Orre, Rear Admiral Karl Berg, said he had too few ships.",
            "too few ships",
            "Karl Berg",
        ),
        # somebody's wife whom the paragraph brings in, before whoever was named in the one above
        (
            'Ada Brun slept.\n\nOlle Holm, a jailed rower, told friends through his wife not to give up. "He says the '
            'walls are thin," she told a reporter.',
            "walls are thin",
            "his wife",
        ),
        # a co-chair by name, a rower whom NER takes for a body, and nurses who are more than their hospital
        ("The union's co-chair Ada Brun said it rained.", "it rained", "Ada Brun"),
        ('"It rained," Attaullah Tarar wrote on a wall. He slept.', "It rained", "Attaullah Tarar"),
        ("Sarah Wynn-Williams slept. Wynn-Williams said that it rained.", "it rained", "Sarah Wynn-Williams"),
        # a ministry of another country
        ("Pakistan slept. The Foreign Office in Islamabad retorted that it rained.", "it rained", "Foreign Office"),
        # an account is not the platform's
        ("A Telegram account said that it rained.", "it rained", "A Telegram account"),
        # a thing in a relative clause orders nothing
        (
            "Peruvian leader Olle Holm has toured a yard where a second ship is being built and ordered that it be "
            "ready by May, state media reported.",
            "be ready",
            "Olle Holm",
        ),
        # the group that a body is
        ("The OPEC+ group of producers agreed to pump more, OPEC said.", "to pump more", "OPEC Plus"),
    ],
)
def test_who_says_it(text: str, words: str, expected: str) -> None:
    assert speaker(read(text), words) == expected


@pytest.mark.parametrize(
    "text",
    [
        # whoever ends a headline may speak or be spoken to
        "Berg tours port, warns Lima\n\nIt rained.",
        # what is spoken about, who speaks of something else, and a condition
        "Tariffs: Oslo offers Lima boats, but no dams",
        "An official spoke on condition that nobody name her or her boat.",
    ],
)
def test_nobody_says_it(text: str) -> None:
    assert read(text).statements == ()


def test_who_sees_behind_a_semicolon_agrees_to_nothing() -> None:
    found = read("OPEC+ agrees to pump more; Holm sees calm market\nOlle Holm lives in Lima.")
    assert not [each for each in found.statements if "pump more" in each.text]


def test_what_an_agency_relays_is_said_by_whom_it_names() -> None:
    found = read('The port\'s spokesman, Karl Berg, described it as a "tired tale", news agency Tasnim reported.')
    assert speaker(found, "tired tale") == "Karl Berg"
    assert names(found, said(found, "tired tale").reported_by) == ["Tasnim"]


def test_whoever_a_letter_is_sent_to_is_addressed() -> None:
    found = read("The group said in a letter addressed to Ada Brun that it counted on her.")
    assert names(found, said(found, "counted on").addressees) == ["Ada Brun"]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        # the region that somebody is responsible for is not of which he is
        (
            "The Red Cross rowed. Its regional director for Africa, Karl Berg, slept.",
            {"International Committee of the Red Cross"},
        ),
        ("Karl Berg, the coast guard's spokesman for Peru, slept.", set()),
        ("Karl Berg, spokesman for the Peruvian army, slept.", {"Peru"}),
        # nor the country that a group is from
        ("The Peruvian group's spokesman, Karl Berg, slept.", set()),
        ("The Peruvian army's spokesman, Karl Berg, slept.", {"Peru"}),
    ],
)
def test_of_what_somebody_is(text: str, of: set[str]) -> None:
    found = read(text)
    known = {each.id: each.name for each in found.entities}
    assert {known[each.object] for each in found.relations if each.type is RelationType.HOLDS_ROLE} == of


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Fighting in the Brusad region ended.", "Brusad", "Place"),
        ("Peruvian forces seized Fedorivka on Monday.", "Fedorivka", "Place"),
        ("Drones struck the Brusovia oil terminal at night.", "Brusovia", "Place"),
        ("They fear a report on the massacre at Brusad.", "Brusad", "Place"),
        ("The European steel lobby Brusofer said quotas were good.", "Brusofer", "Organisation"),
        ("Boats left for the town of Brusad, the union said. Floods reached Brusad.", "Brusad", "Place"),
        ("The boat had paid for an attack at Brusad in 2023.", "Brusad", "Place"),
        ("The port's rain coordinator, Brice de le Vingne, slept.", "Brice de le Vingne", "Person"),
        ("Konrad Berg of Brusad Consulting rowed.", "Brusad Consulting", "Organisation"),
        ("Commodore Karl Berg said it rained.", "Karl Berg", "Person"),
    ],
)
def test_what_a_name_is(text: str, name: str, kind: str) -> None:
    assert (name, kind) in {(each.name, each.type.value) for each in read(text).entities}


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        # a day is no newspaper, a mission no missile
        ("The French minister said he would row on Liberation Day.", "organisation:liberation"),
        ("Sixty ships joined the naval mission Aspides; weapons were loaded, and missiles.", "weapon:aspide"),
        # a court that another country of the article has
        (
            "Manila and the Philippines accused China. The Philippines said China rammed its boat near Manila, and "
            "Beijing denied it. Manila's friends in the United States slept. Karl Berg, a former Supreme Court justice "
            "in Manila, rowed.",
            "organisation:us-supreme-court",
        ),
    ],
)
def test_what_a_name_is_not(text: str, entity: str) -> None:
    assert entity not in {each.id for each in read(text).entities}


def test_an_army_that_fights_beside_another_is_not_at_war_with_its_state() -> None:
    found = read("Russia, whose Africa Corps fights beside the Malian army, praised the move.")
    assert not [each for each in found.relations if each.type is RelationType.AT_WAR_WITH]
