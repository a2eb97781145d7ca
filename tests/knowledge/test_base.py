from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.knowledge import Alias, AliasKind, KnowledgeBase, KnownEntity, Role, load
from graph_service.knowledge.base import decode, encode, merge
from graph_service.models import EntityType


def entity(id_: str, name: str = "Ada Brun", **fields: object) -> KnownEntity:
    empty = KnownEntity(id_, name, EntityType.PERSON, None, None, (), (), None, None, (), None, None, 1)
    return empty._replace(**fields)  # type: ignore[arg-type]


def test_the_shipped_knowledge_base_has_countries_people_and_weapons() -> None:
    kinds = Counter(each.type for each in load())
    assert kinds[EntityType.COUNTRY] > 200
    assert kinds[EntityType.PERSON] > 3000
    assert kinds[EntityType.WEAPON_SYSTEM] >= 150
    assert kinds[EntityType.ORGANISATION] > 700


def test_every_wikidata_id_is_one_entitys() -> None:
    ids = Counter(each.wikidata for each in load() if each.wikidata)
    assert [id_ for id_, count in ids.items() if count > 1] == []


def test_ids_begin_with_the_type() -> None:
    prefixes = {
        "Person": "person",
        "Country": "country",
        "Organisation": "organisation",
        "WeaponSystem": "weapon",
        "Place": "place",
    }
    assert all(each.id.startswith(prefixes[each.type] + ":") for each in load())


def test_everything_a_record_refers_to_exists() -> None:
    known = load()
    references = {role.of for each in known for role in each.roles}
    references |= {country for each in known for country in each.countries}
    references |= {each.stands_for for each in known if each.stands_for}
    assert sorted(id_ for id_ in references if id_ not in known) == []


@pytest.mark.parametrize(
    ("title", "of", "day", "name"),
    [
        ("chancellor", "country:germany", "2021-11-20", "Angela Merkel"),
        ("chancellor", "country:germany", "2022-03-18", "Olaf Scholz"),
        ("president", "country:united-states", "2024-12-09", "Joe Biden"),
        ("president", "country:united-states", "2025-03-01", "Donald Trump"),
        ("president-elect", "country:united-states", "2024-12-09", "Donald Trump"),
        ("secretary general", "organisation:nato", "2024-09-30", "Jens Stoltenberg"),
        ("secretary general", "organisation:nato", "2024-10-01", "Mark Rutte"),
        ("prime minister", "country:united-kingdom", "2022-09-01", "Boris Johnson"),
        ("prime minister", "country:netherlands", "2023-08-20", "Mark Rutte"),
        ("president", "country:turkey", "2024-05-05", "Recep Tayyip Erdoğan"),
    ],
)
def test_who_held_an_office_on_a_day(title: str, of: str, day: str, name: str) -> None:
    assert [holder.name for holder in load().holders(title, of, day)] == [name]


def test_a_name_may_mean_several() -> None:
    names = {each.name for each in load().candidates("clinton")}
    assert {"Bill Clinton", "Hillary Clinton"} <= names


@pytest.mark.parametrize("name", ["Türkiye", "turkiye", "TURKEY", "Turkey"])
def test_case_and_accents_do_not_matter(name: str) -> None:
    assert load().candidates(name)[0].id == "country:turkey"


def test_a_holder_in_the_last_snapshot_is_believed_for_a_while_unless_somebody_followed() -> None:
    first = entity("person:a", roles=(Role("mayor", "place:x", "2020-01-01", "2022-07-01", open=True),))
    known = KnowledgeBase([first])
    assert known.holders("mayor", "place:x", "2022-09-01") == (first,)
    assert known.holders("mayor", "place:x", "2024-10-01") == ()
    second = entity("person:b", roles=(Role("mayor", "place:x", "2022-08-01", "2022-08-20", open=False),))
    assert KnowledgeBase([first, second]).holders("mayor", "place:x", "2022-09-01") == ()


def test_a_role_ends_on_the_day_the_next_begins() -> None:
    role = Role("mayor", "place:x", "2020-01-01", "2022-07-01", open=False)
    known = KnowledgeBase([entity("person:a", roles=(role,))])
    assert known.holders("mayor", "place:x", "2022-06-30")
    assert not known.holders("mayor", "place:x", "2022-07-01")
    assert known.titles("person:a", "2021-01-01") == {("mayor", "place:x")}
    assert known.titles("person:a", None) == {("mayor", "place:x")}


def test_two_records_of_one_entity_are_joined() -> None:
    one = entity("organisation:x", wikidata=None, aliases=(Alias("X", AliasKind.ABBREVIATION),))
    other = entity("organisation:x", wikidata="Q1", aliases=(Alias("The X", AliasKind.NAME),), rank=2)
    joined = merge(one, other)
    assert (joined.wikidata, len(joined.aliases), joined.rank) == ("Q1", 2, 2)


texts = st.text(min_size=1, max_size=12)
days = st.dates().map(lambda day: day.isoformat())


@given(
    st.builds(
        KnownEntity,
        id=texts,
        name=texts,
        type=st.sampled_from(EntityType),
        kind=st.none() | texts,
        wikidata=st.none() | texts,
        aliases=st.lists(st.builds(Alias, texts, st.sampled_from(AliasKind))).map(tuple),
        countries=st.lists(texts).map(tuple),
        gender=st.sampled_from(["f", "m", None]),
        description=st.none() | texts,
        roles=st.lists(st.builds(Role, texts, texts, days, days, st.booleans())).map(tuple),
        stands_for=st.none() | texts,
        led_by=st.none() | texts,
        rank=st.integers(1, 3),
    )
)
def test_a_record_survives_writing_and_reading(known: KnownEntity) -> None:
    assert decode(encode(known)) == known


def test_a_minister_is_not_believed_beyond_a_new_government() -> None:
    minister = entity("person:a", roles=(Role("health minister", "country:x", "2020-01-01", "2022-07-01", open=True),))
    king = entity("person:k", roles=(Role("king", "country:x", "2000-01-01", "2022-07-01", open=True),))
    head = entity("person:b", roles=(Role("prime minister", "country:x", "2022-08-01", "2024-01-01", open=False),))
    known = KnowledgeBase([minister, king, head])
    assert known.holders("health minister", "country:x", "2022-07-20") == (minister,)
    assert known.holders("health minister", "country:x", "2022-08-02") == ()
    assert known.holders("king", "country:x", "2022-08-02") == (king,)
    assert known.titles("person:a", "2022-07-20") == {("health minister", "country:x")}
    assert known.titles("person:a", "2022-08-02") == frozenset()


def test_nobody_is_believed_for_more_than_some_months_after_the_last_known_day() -> None:
    last = {}
    for each in load():
        for role in each.roles:
            last[role.title, role.of] = max(role.until, last.get((role.title, role.of), ""))
    later = {office: f"{int(day[:4]) + 1}{day[4:]}" for office, day in last.items()}
    assert [office for office, day in later.items() if load().holders(*office, day)] == []
