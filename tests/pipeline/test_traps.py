"""Names that lead astray: whoever is not sure to be meant is not taken. Articles of our own, in a line or two each."""

import pytest

from graph_service.knowledge import load
from graph_service.models import Extraction
from tests.pipeline.reading import RULES
from tests.pipeline.reading import read as read_article


def read(text: str, day: str | None = "2023-03-01") -> Extraction:
    return read_article(text, day, outlet=None, options=RULES)


def known(found: Extraction) -> set[str]:
    """The known entities of an article."""
    return {entity.id for entity in found.entities if entity.known}


# a text, and a known entity that is not in it
NOT_THERE = [
    # private people with famous surnames
    ("Piotr Trump, a baker from Gdynia, said that flour was dear.", "person:donald-trump"),
    ("Odette Macron, 34, a nurse from Lille, said that the ward was full.", "person:emmanuel-macron"),
    ("Farmer Greta Merkel said that it had rained. Merkel keeps goats.", "person:angela-merkel"),
    ("Lucia Putin, who paints boats, said that blue sells well. Putin lives by the sea.", "person:vladimir-putin"),
    ("Ben Biden, a plumber, said that the pipes froze. Biden blamed the frost.", "person:joe-biden"),
    ("Sister Anna Scholz said that the choir would sing.", "person:olaf-scholz"),
    ("Coach Emil Sunak said that the team was tired. Sunak praised the goalkeeper.", "person:rishi-sunak"),
    ("Marta Zelenska-Kot, a librarian, said that the reading room would close.", "person:volodymyr-zelenskyy"),
    # a surname alone, without support
    ("Johnson said that the harbour would open on Monday.", "person:boris-johnson"),
    ("The bakery belongs to Clinton, who said that business was good.", "person:bill-clinton"),
    ("Bush said that the orchard had lost a third of its trees.", "person:george-w-bush"),
    ("May said that the garden was lovely in spring.", "person:theresa-may"),
    ("Brown said that the ferry was late again.", "person:gordon-brown"),
    ("Rice said that the concert was sold out.", "person:condoleezza-rice"),
    # titles of another world
    ("The president of the chess club said that the hall was cold.", "person:joe-biden"),
    ("The minister of the parish church said that the roof leaked.", "person:rishi-sunak"),
    ("The chancellor of the university said that fees would rise in Germany.", "person:olaf-scholz"),
    ("The secretary general of the bakers' guild said that NATO bread was a joke.", "person:jens-stoltenberg"),
    # parties of the same name elsewhere
    ("Rosa Vidal of Chile's Republican Party said that the port was open.", "organisation:republican-party"),
    ("The Labour Party of New Zealand said that it had rained.", "organisation:labour-party"),
    # before and after their time
    ("The German chancellor said that the wall would stand.", "person:olaf-scholz"),
    # organisations named like people, places and animals
    ("Morgan Stanley said that shares would fall.", "person:keir-starmer"),
    ("The Merkel Foundation said that the prize went to a poet.", "person:angela-merkel"),
    ("Planes could not land at Macron Airport, the airport said.", "person:emmanuel-macron"),
    ("The carrier USS Joseph Biden left port, the navy said.", "person:joe-biden"),
    # countries named like people
    ("Jordan Ellis, a swimmer, said that the water was cold. Jordan trains at dawn.", "country:jordan"),
    ("Chad Miller, a drummer, said that the tour was over.", "country:chad"),
    ("Georgia Nowak, a pilot, said that fog had set in.", "country:georgia"),
    ("Andrew Jordan, a baker, spoke on the radio. Jordan said that bread was dear.", "country:jordan"),
    ("Israel Ortiz, a carpenter, said that wood was scarce.", "country:israel"),
    ("Valentina Paris, an Italian singer, cancelled. Paris said that she had lost her voice.", "country:france"),
    # cities that are only places
    ("It rained in Moscow for a week, the driver said.", "country:russia"),
    ("A museum in Brussels bought the letters, the curator said.", "organisation:european-union"),
    ("The train from Berlin was late, the guard said.", "country:germany"),
    ("The chef opened a second restaurant in Washington, he said.", "country:united-states"),
    ("Denzel Washington Okoro, a student, said that the exam was hard.", "country:united-states"),
    ("The Washington Inn is full, the owner said.", "country:united-states"),
    # weapons named like everyday things
    ("A leopard escaped from the zoo. The Leopard was found asleep, the keeper said.", "weapon:leopard-2"),
    ("Taurus is the second sign of the zodiac, the astrologer said.", "weapon:taurus-kepd-350"),
    ("She threw the javelin 62 metres. The javelin landed short, her coach said.", "weapon:fgm-148-javelin"),
    ("He is a patriot, his sister said. A true patriot sings loudly.", "weapon:mim-104-patriot"),
    ("The storm cast a shadow over the regatta, the captain said.", "weapon:storm-shadow"),
    ("Surgeons held the scalpel steady; the scalp healed, the doctor said.", "weapon:storm-shadow"),
    ("A bayraktar is a standard-bearer, the historian said.", "weapon:bayraktar-tb2"),
    # the Kremlin's critic is not the Kremlin
    ("A critic of fashion said that the stars were bored.", "organisation:kremlin"),
    ("us versus them is a poor rule, the teacher said.", "country:united-states"),
    ("He will turkey-trot on Sunday, the runner said.", "country:turkey"),
]

# a text, and who speaks in it
SPEAKERS = [
    ("Bill Clinton and Hillary Clinton came. Mrs Clinton said that it was late.", "Hillary Clinton"),
    ("Bill Clinton and Hillary Clinton came. Mr Clinton said that it was late.", "Bill Clinton"),
    ("Ihor Danko met his sister Olha Danko. Ms Danko said that the road was closed.", "Olha Danko"),
    ("Ivan Brandt, the mayor, met Lena Brandt, a doctor. Mayor Brandt said that he was glad.", "Ivan Brandt"),
    ("A critic of the Kremlin, Pavel Orlov, said that the trial was a farce.", "Pavel Orlov"),
    ("Kyiv said that it would not yield.", "Ukraine"),
    ("Moscow warned that it would respond.", "Russia"),
    ("Jordan said that its border would stay open. Talks were held in Amman.", "Jordan"),
    ("Bloomberg reported that the talks had failed.", "Bloomberg News"),
    ("The Washington Post said that it stood by its story.", "The Washington Post"),
    ("Lockheed Martin said that the jets would be late.", "Lockheed Martin"),
    ('For Kevin Holm, a teacher, Moser was a hero. He said, "Ulf Moser taught us all."', "Kevin Holm"),
]


@pytest.mark.parametrize(("text", "entity"), NOT_THERE)
def test_who_is_not_meant_is_not_taken(text: str, entity: str) -> None:
    day = "1961-09-01" if "wall would stand" in text else "2023-03-01"
    assert entity not in known(read(text, day))


@pytest.mark.parametrize(("text", "name"), SPEAKERS)
def test_who_speaks(text: str, name: str) -> None:
    found = read(text)
    names = {entity.id: entity.name for entity in found.entities}
    assert [names.get(each.speaker or "") for each in found.statements] == [name]


def test_there_are_enough_traps() -> None:
    assert [entity for _, entity in NOT_THERE if entity not in load()] == []
    assert len(NOT_THERE) + len(SPEAKERS) >= 40


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Rain\nVienna • Example Agency\nThe river rose, the mayor said.", "organisation:example-agency"),
        ("Shells fell on the ports of Odesa and Chornomorsk, the navy said.", "place:chornomorsk"),
    ],
)
def test_names_that_stand_together(text: str, entity: str) -> None:
    assert entity in {each.id for each in read(text).entities}


def test_a_minister_named_later_is_not_the_one_of_another_country() -> None:
    text = "Norway's fisheries minister said that cod is scarce.\nFisheries Minister Runa Falk said that Iceland waits."
    found = read(text)
    speakers = {each.id for each in found.entities if each.id == found.statements[0].speaker}
    assert speakers.isdisjoint({"person:runa-falk"})
    assert found.statements[1].speaker == "person:runa-falk"
