"""Edges between entities are what the relations of all articles say, whatever came first, and whoever was judged."""

from datetime import date

import pytest

from graph_service.models import EntityType, Extraction, JudgementKind, RelationType
from graph_service.queries import catalogue
from graph_service.store import GraphStore
from graph_service.store.judgements import NewJudgement
from tests.store.examples import make_article, make_entity, make_relation, mention_of

pytestmark = pytest.mark.anyio

IDA, LUNDE, OLA, NORWAY = "person:ida-lund", "person:ida-lunde", "person:ola-vik", "country:norway"


def tells(
    day: int | None, one: str, type_: str, other: str, *, extractor: str = "by-hand/1", **fields: object
) -> Extraction:
    """An article of a day in March 2031 that says one thing of two people."""
    text = f"Harbour news\n{one} and {other} were there, {fields} on day {day}.\n"
    published = None if day is None else date(2031, 3, day)
    article = make_article(text, f"https://post.example/{day}-{one}-{type_}-{fields}", published_at=published)
    people = tuple(make_entity(text, EntityType.PERSON, name) for name in (one, other))
    relation = make_relation(article, people[0], type_, people[1], "were there", **fields)
    return mention_of(article, *people, extractor=extractor).model_copy(update={"relations": (relation,)})


async def edges(store: GraphStore, **asked: object) -> list[dict[str, object]]:
    return await store.read(catalogue()["relations"], asked)


async def sound(store: GraphStore) -> None:
    assert [(each.name, each.examples) for each in await store.doctor() if each.violations] == []


async def test_an_edge_counts_its_evidence(store: GraphStore) -> None:
    told = [tells(day, "Ida Lund", "SUPPLIES", "Ola Vik", topic=f"boats {day}") for day in (5, 2, 9)]
    told.append(tells(None, "Ida Lund", "SUPPLIES", "Ola Vik"))
    for each in told:
        await store.write(each)
    (edge,) = await edges(store)
    assert (edge["type"], edge["subject_id"], edge["object_id"], edge["count"]) == ("SUPPLIES", IDA, OLA, 4)
    assert (edge["first_seen"], edge["last_seen"], edge["topic"]) == ("2031-03-02", "2031-03-09", "boats 9")
    assert edge["articles"] == sorted(each.article.id for each in told)
    rows = await store.read(catalogue()["relation_evidence"], {"relation": edge["relation"]})
    assert [row["published_at"] for row in rows] == ["2031-03-09", "2031-03-05", "2031-03-02", None]
    assert {row["text"] for row in rows} == {"were there"}
    assert await store.read(catalogue()["relation"], {"relation": edge["relation"]}) == [edge]
    await sound(store)


async def test_the_order_of_articles_is_all_one(store: GraphStore) -> None:
    told = [tells(day, "Ida Lund", "MET", "Ola Vik") for day in (5, 2, 9)]
    for each in told:
        await store.write(each)
    first = await store.graph_hash()
    for each in told:
        await store.write(each.model_copy(update={"extractor": "by-hand/2", "relations": ()}))
    assert await edges(store) == []
    for each in reversed(told):
        await store.write(each)
    assert await store.graph_hash() == first
    await sound(store)


async def test_meetings_have_no_direction(store: GraphStore) -> None:
    await store.write(tells(1, "Ola Vik", "MET", "Ida Lund"))
    await store.write(tells(2, "Ida Lund", "MET", "Ola Vik"))
    (edge,) = await edges(store)
    assert (edge["subject_id"], edge["object_id"], edge["count"]) == (IDA, OLA, 2)
    for asked in ({"subject": OLA}, {"object": IDA}, {"subject": OLA, "object": IDA}, {"entity": OLA, "type": "MET"}):
        assert await edges(store, **asked) == [edge]
    await sound(store)


async def test_directions_are_kept(store: GraphStore) -> None:
    await store.write(tells(1, "Ola Vik", "ACCUSES", "Ida Lund"))
    assert await edges(store, subject=IDA) == await edges(store, object=OLA) == []
    assert len(await edges(store, subject=OLA, object=IDA)) == 1


async def test_what_is_denied_or_planned_is_an_edge_of_its_own(store: GraphStore) -> None:
    for modality in ("asserted", "denied", "planned", "hypothetical"):
        await store.write(tells(3, "Ida Lund", "MET", "Ola Vik", modality=modality))
    assert {edge["modality"]: edge["count"] for edge in await edges(store)} == dict.fromkeys(
        ("asserted", "denied", "planned", "hypothetical"), 1
    )
    assert [edge["modality"] for edge in await edges(store, modality="denied")] == ["denied"]
    await sound(store)


async def test_roles_are_told_apart_by_title_and_term(store: GraphStore) -> None:
    for day, topic, start in (
        (1, "Prime Minister", "2020"),
        (2, "prime minister", "2020"),
        (3, "Prime Minister", "2029"),
    ):
        text = f"Harbour news\n{topic} Ida Lund of Norway was there on day {day}.\n"
        article = make_article(text, f"https://post.example/{day}", published_at=date(2031, 3, day))
        ida, norway = make_entity(text, EntityType.PERSON, "Ida Lund"), make_entity(text, EntityType.COUNTRY, "Norway")
        role = make_relation(article, ida, "HOLDS_ROLE", norway, "Ida Lund", topic=topic, role_from=start, known=True)
        await store.write(mention_of(article, ida, norway).model_copy(update={"relations": (role,)}))
    held = await edges(store, subject=IDA)
    assert [(edge["title"], edge["from"], edge["count"]) for edge in held] == [
        ("Prime Minister", "2029", 1),
        ("prime minister", "2020", 2),
    ]
    await sound(store)


async def test_a_body_without_a_mention_stays_while_a_role_names_it(store: GraphStore) -> None:
    text = "Harbour news\nIda Lund was there.\n"
    article = make_article(text)
    ida = make_entity(text, EntityType.PERSON, "Ida Lund")
    norway = make_entity(text, EntityType.COUNTRY, "Norway", known=True)
    role = make_relation(article, ida, "HOLDS_ROLE", norway, "Ida Lund", topic="minister", known=True)
    await store.write(mention_of(article, ida, norway).model_copy(update={"relations": (role,)}))
    assert [edge["object_id"] for edge in await edges(store)] == [NORWAY]
    await sound(store)
    await store.write(mention_of(article, ida, extractor="by-hand/2"))
    assert {row["id"] for row in await store.read(catalogue()["entities"], {})} == {IDA, "organisation:the-post"}
    await sound(store)


async def test_judgements_move_edges_and_give_them_back(store: GraphStore) -> None:
    told = [
        tells(1, "Ida Lund", "ACCUSES", "Ola Vik"),
        tells(2, "Ida Lunde", "ACCUSES", "Ola Vik"),
        tells(3, "Ida Lund", "MET", "Ida Lunde"),
        tells(4, "Ola Vik", "MET", "Ida Lunde"),
    ]
    for each in told:
        await store.write(each)
    beginning = await store.graph_hash()
    merged = await store.judge(NewJudgement(JudgementKind.MERGE, IDA, LUNDE, "Kari", "a slip of the pen"))
    found = {
        (str(edge["type"]), str(edge["subject_id"]), edge["object_id"]): edge["count"] for edge in await edges(store)
    }
    # nobody meets herself
    assert found == {("ACCUSES", IDA, OLA): 2, ("MET", IDA, OLA): 1}
    await sound(store)
    for each in told:
        await store.write(each.model_copy(update={"extractor": "by-hand/2"}))
    await sound(store)
    for each in told:
        await store.write(each)
    await store.withdraw(merged.id, "Per", "too hasty")
    assert await store.graph_hash() == beginning
    split = NewJudgement(JudgementKind.SPLIT, OLA, None, "Kari", "a namesake", (told[3].article.id,), "Ola Viken")
    judgement = await store.judge(split)
    assert len(await edges(store, type="MET", entity=OLA)) == 0
    assert len(await edges(store, type="MET", entity=LUNDE)) == 2
    await sound(store)
    await store.withdraw(judgement.id, "Per", "too hasty")
    assert await store.graph_hash() == beginning


async def test_an_edge_in_the_news_every_day_lists_its_newest_evidence(store: GraphStore) -> None:
    text = "Harbour news\n" + "".join(f"Ida Lund met Ola Vik {number} times.\n" for number in range(120))
    article = make_article(text)
    people = [make_entity(text, EntityType.PERSON, name) for name in ("Ida Lund", "Ola Vik")]
    met = [make_relation(article, people[0], "MET", people[1], f"met Ola Vik {number} times") for number in range(120)]
    await store.write(mention_of(article, *people).model_copy(update={"relations": tuple(met)}))
    (edge,) = await edges(store)
    assert (edge["count"], edge["articles"]) == (120, [article.id])
    query = catalogue()["relation_evidence"]
    walked: list[object] = []
    raw: dict[str, object] = {"relation": edge["relation"], "limit": 50}
    while page := await store.read(query, raw):
        walked += [row["start"] for row in page]
        raw["after"] = query.after(page[-1])
    assert walked == sorted(relation.span.start for relation in met)
    await sound(store)


async def test_pages_of_edges(store: GraphStore) -> None:
    for day, type_ in enumerate(("MET", "ACCUSES", "SUPPORTS", "CRITICISES", "THREATENS"), 1):
        await store.write(tells(None if day == 3 else day, "Ida Lund", type_, "Ola Vik"))
    query = catalogue()["relations"]
    for asked in ({}, {"entity": IDA}, {"object": OLA}):
        whole = [row["relation"] for row in await store.read(query, asked)]
        assert len(whole) == 5
        walked: list[object] = []
        raw: dict[str, object] = {**asked, "limit": 2}
        while page := await store.read(query, raw):
            walked += [row["relation"] for row in page]
            raw["after"] = query.after(page[-1])
        assert walked == whole


def test_queries_name_every_type() -> None:
    asked = next(param for param in catalogue()["relations"].params if param.name == "type")
    assert list(asked.choices) == [str(each) for each in RelationType]
    named = "|".join(RelationType)
    queries = [query for group in ("read", "write", "doctor", "browser") for query in catalogue(group).values()]
    naming = [query for query in queries if "|SEEKS_MEMBERSHIP" in query.text]
    assert len(naming) >= 5
    assert [query.name for query in naming if f":{named}]" not in query.text] == []
