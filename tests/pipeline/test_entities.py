import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.models import Entity, MentionKind
from graph_service.pipeline.annotations import ArticleContext
from graph_service.pipeline.entities import entity_resolver
from graph_service.pipeline.language import load_parser, parse_article
from graph_service.pipeline.mentions import mention_finder
from graph_service.pipeline.names import same_person, surname_of


def entities(text: str, day: str | None = "2023-06-01") -> dict[str, Entity]:
    doc = parse_article(load_parser(), text)
    doc._.context = ArticleContext("article:1", None, None, day)
    return {entity.id: entity for entity in entity_resolver(mention_finder(doc))._.entities}


def words(entity: Entity, *kinds: MentionKind) -> list[str]:
    return [mention.text for mention in entity.mentions if not kinds or mention.kind in kinds]


def test_full_name_and_surname_are_one_person() -> None:
    found = entities("Ada Lindqvist runs a ferry. Lindqvist said it was old. Nobody helped Ms. Lindqvist.")
    assert words(found["person:ada-lindqvist"]) == ["Ada Lindqvist", "Lindqvist", "Lindqvist"]


def test_two_people_of_one_surname_stay_two() -> None:
    found = entities("Ada Lindqvist met her cousin Bo Lindqvist. Bo Lindqvist laughed.")
    assert {"person:ada-lindqvist", "person:bo-lindqvist"} <= set(found)


@pytest.mark.parametrize("spelling", ["Volodymyr Zelensky", "Volodymyr Zelenskiy", "Vladimir Zelensky"])
def test_spellings_of_one_name_are_one_known_person(spelling: str) -> None:
    assert "person:volodymyr-zelenskyy" in entities(f"Yesterday {spelling} visited a school in Ukraine.")


def test_a_famous_surname_needs_its_country() -> None:
    text = "Macron sold his bakery in the village. Macron said the oven was old."
    assert "person:emmanuel-macron" not in entities(text)
    assert "person:emmanuel-macron" in entities("In France, President Macron opened a bridge.")


def test_without_a_date_a_bare_surname_is_that_of_who_leads_the_country_still() -> None:
    text = "Putin said that Russia would wait. Germany would not, Scholz said."
    assert "person:vladimir-putin" in entities(text, None)
    assert "person:olaf-scholz" not in entities(text, None)
    assert {"person:vladimir-putin", "person:olaf-scholz"} <= set(entities(text))


def test_a_surname_of_the_unknown_stays_in_its_article() -> None:
    found = entities("Mr. Quillfeather said the bridge was closed.")
    assert [id_ for id_ in found if id_.startswith("person:quillfeather~")]


@pytest.mark.parametrize(
    ("text", "day", "id_"),
    [
        ("The German chancellor opened the fair.", "2021-06-01", "person:angela-merkel"),
        ("The German chancellor opened the fair.", "2023-06-01", "person:olaf-scholz"),
        ("The chancellor of Germany opened the fair.", "2025-08-01", "person:friedrich-merz"),
        ("The US president opened the fair.", "2024-12-09", "person:joe-biden"),
        ("NATO's secretary general opened the fair.", "2024-12-09", "person:mark-rutte"),
        ("The French leader opened the fair.", "2023-06-01", "person:emmanuel-macron"),
        ("The U.S. secretary of state opened the fair.", "2023-06-01", "person:antony-blinken"),
    ],
)
def test_a_role_is_whoever_held_it_at_the_date(text: str, day: str, id_: str) -> None:
    assert words(entities(text, day)[id_], MentionKind.ROLE)


@pytest.mark.parametrize("text", ["A German minister opened the fair.", "The next US president will open the fair."])
def test_nobody_in_particular_is_nobody(text: str) -> None:
    assert not [id_ for id_ in entities(text) if id_.startswith("person:")]


def test_without_a_date_a_role_alone_is_nobody() -> None:
    assert not [id_ for id_ in entities("The German chancellor opened the fair.", None) if id_.startswith("person:")]


def test_what_the_article_says_comes_before_the_knowledge_base() -> None:
    text = "Ada Lindqvist, the German chancellor in the play, bowed. Then the chancellor left."
    assert words(entities(text)["person:ada-lindqvist"], MentionKind.ROLE) == [
        "the German chancellor",
        "the chancellor",
    ]


def test_a_prime_minister_is_not_the_minister() -> None:
    text = (
        "Defence minister Ada Lindqvist met Prime Minister Bo Ek. The minister praised the crew. "
        "Later the prime minister left."
    )
    found = entities(text)
    assert words(found["person:ada-lindqvist"], MentionKind.ROLE) == ["The minister"]
    assert words(found["person:bo-ek"], MentionKind.ROLE) == ["the prime minister"]


def test_roles_of_several_countries_are_several_people() -> None:
    found = entities("The presidents of France and Ukraine dined together.")
    assert {"person:emmanuel-macron", "person:volodymyr-zelenskyy"} <= set(found)


def test_an_acronym_goes_to_its_long_form() -> None:
    found = entities("The Nordic Herring Society (NHS) was founded in May. NHS has nine members.")
    ids = [id_ for id_, entity in found.items() if "NHS" in words(entity)]
    assert len(ids) == 1


def test_a_generic_name_means_nothing_beyond_its_article() -> None:
    assert not {"organisation:foreign-ministry", "organisation:supreme-court"} & set(
        entities("The Foreign Ministry sent a letter to the Supreme Court.")
    )


def test_capital_and_country_are_told_apart() -> None:
    found = entities("PARIS, June 1 - Paris rejected the plan. The crowd sang in Paris.")
    assert words(found["country:france"]) == ["Paris"]
    assert words(found["place:paris"]) == ["PARIS", "Paris"]


def test_scalp_is_storm_shadow() -> None:
    found = entities('France sent SCALP missiles, Britain sent "Storm Shadow".')
    assert set(words(found["weapon:storm-shadow"])) >= {"SCALP", "Storm Shadow"} or "SCALP missiles" in words(
        found["weapon:storm-shadow"]
    )


def test_a_body_of_a_state_is_found_by_its_description() -> None:
    found = entities("Lisbon rejected the plan. Portugal's foreign ministry sent a letter.")
    assert "organisation:ministry-of-foreign-affairs-of-portugal" in found


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ada Lind", "Ada Lind", True),
        ("Ada M. Lind", "Ada Lind", True),
        ("A. Lind", "Ada Lind", True),
        ("Ada Lind", "Bo Lind", False),
        ("Ada Lind", "Ada Berg", False),
        ("Yevgeny Ivanov", "Evgeny Ivanov", True),
        ("Oleksiy Petrenko", "Oleksii Petrenko", True),
        ("Lind Ada", "Ada Lind", True),
    ],
)
def test_names_are_compared(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same
    assert same_person(other, one) is same


def test_a_surname_is_the_end_of_a_name() -> None:
    assert surname_of("Ada von der Lind", "von der Lind")
    assert surname_of("Ada von der Lind", "Lind")
    assert not surname_of("Ada Lind", "Ada")


@settings(max_examples=25)
@given(
    st.lists(
        st.sampled_from(["Ada Lind ", "Lind ", "the minister ", "he ", "said ", "NATO ", ". ", "\n", "“", "of ", ","]),
        max_size=25,
    ).map("".join)
)
def test_odd_texts_never_break_it_and_it_is_deterministic(text: str) -> None:
    first = entities(text)
    assert first == entities(text)
    assert all(
        mention.text == text[mention.start : mention.end] for each in first.values() for mention in each.mentions
    )
