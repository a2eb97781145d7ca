"""Merged, split and told apart: the graph shows it, re-ingest keeps it, and every judgement can be taken back."""

import asyncio
from datetime import date

import pytest

from graph_service.errors import BadParameter, JudgementConflict, UnknownJudgement, UnknownName
from graph_service.models import Article, EntityType, Extraction, Judgement, JudgementKind, Target
from graph_service.queries import catalogue
from graph_service.store import GraphStore
from graph_service.store.judgements import NewJudgement
from tests.store.examples import make_article, make_entity, make_statement, mention_of

pytestmark = pytest.mark.anyio

IDA, LUNDE, OLA = "person:ida-lund", "person:ida-lunde", "person:ola-vik"


def told(number: int, *names: str, extractor: str = "by-hand/1") -> Extraction:
    """An article in which the first one named says something about the others."""
    said = f"that {' and '.join(names[1:]) or 'nobody'} came"
    text = f"Harbour news\n{names[0]} said {said} on day {number}.\n"
    article = make_article(text, f"https://post.example/{number}", published_at=date(2031, 3, number))
    people = tuple(make_entity(text, EntityType.PERSON, name) for name in names)
    targets = tuple(Target(entity=each.id, rank=rank) for rank, each in enumerate(people[1:], 1))
    line = text.splitlines()[1]
    statement = make_statement(article, (said,), line, type="indirect", speaker=people[0].id, targets=targets)
    return Extraction(article=article, extractor=extractor, entities=people, statements=(statement,))


def articles(extractor: str = "by-hand/1") -> list[Extraction]:
    """Ida Lund speaks twice, once of Lunde; Ida Lunde speaks once, of both; Ola Vik of Ida Lunde."""
    return [
        told(1, "Ida Lund", "Ola Vik", extractor=extractor),
        told(2, "Ida Lunde", "Ola Vik", "Ida Lund", extractor=extractor),
        told(3, "Ola Vik", "Ida Lunde", "Ida Lund", extractor=extractor),
        told(4, "Ida Lund", "Ida Lunde", extractor=extractor),
    ]


def merge(entity: str, other: str) -> NewJudgement:
    return NewJudgement(JudgementKind.MERGE, entity, other, "Kari", "a slip of the pen")


def distinct(entity: str, other: str) -> NewJudgement:
    return NewJudgement(JudgementKind.DISTINCT, entity, other, "Kari", "they have met")


def split(entity: str, *which: Article, other: str | None = None, name: str | None = None) -> NewJudgement:
    ids = tuple(article.id for article in which)
    return NewJudgement(JudgementKind.SPLIT, entity, other, "Kari", "a namesake", ids, name)


async def write(store: GraphStore, extractions: list[Extraction]) -> None:
    for extraction in extractions:
        await store.write(extraction)


async def sound(store: GraphStore) -> None:
    assert [(each.name, each.examples) for each in await store.doctor() if each.violations] == []


async def said_by(store: GraphStore, entity: str) -> list[object]:
    rows = await store.read(catalogue()["statements"], {"speaker": entity})
    return [row["article"] for row in rows]


async def undo(store: GraphStore, *judgements: Judgement) -> None:
    for judgement in judgements:
        await store.withdraw(judgement.id, "Per", "too hasty")


async def test_a_merge_shows_in_every_answer(store: GraphStore) -> None:
    await write(store, articles())
    await store.judge(merge(IDA, LUNDE))
    assert len(await said_by(store, IDA)) == 3
    assert await said_by(store, LUNDE) == []
    entity = (await store.read(catalogue()["entity"], {"entity": IDA}))[0]
    assert (entity["merged"], entity["aliases"]) == ([LUNDE], ["Ida Lund", "Ida Lunde"])
    # articles count once, whoever was found in them
    assert (entity["articles"], entity["statements"], entity["statements_about"]) == (4, 3, 3)
    rows = await store.read(catalogue()["statements"], {"about": IDA, "speaker": OLA})
    assert [row["about"] for row in rows] == [["Ida Lund"]]
    assert await store.resolve("Ida Lunde") == await store.resolve(LUNDE) == IDA
    assert {row["id"] for row in await store.read(catalogue()["entities"], {})} == {IDA, OLA, "organisation:the-post"}
    await sound(store)


async def test_an_article_shows_the_mentions_of_the_merged(store: GraphStore) -> None:
    third = articles()[2]
    await write(store, articles())
    await store.judge(merge(IDA, LUNDE))
    mentions = (await store.read(catalogue()["article"], {"article": third.article.id}))[0]["mentions"]
    assert {(each["entity"], *each["texts"]) for each in mentions} == {  # type: ignore[attr-defined]
        (OLA, "Ola Vik"),
        (IDA, "Ida Lunde"),
        (IDA, "Ida Lund"),
    }


@pytest.mark.parametrize("keep_first", [True, False])
async def test_merge_ingest_all_again_split_again(store: GraphStore, keep_first: bool) -> None:
    await write(store, articles())
    beginning, size = await store.graph_hash(), await store.counts()
    judgement = await store.judge(merge(IDA, LUNDE) if keep_first else merge(LUNDE, IDA))
    merged = await store.graph_hash()
    assert merged != beginning
    await write(store, articles("by-hand/2"))
    await sound(store)
    await write(store, articles())
    assert await store.graph_hash() == merged
    await undo(store, judgement)
    assert await store.graph_hash() == beginning
    # the record of the judgement and its lock stay
    assert await store.counts() == (size[0] + 2, size[1])
    await sound(store)


async def test_it_does_not_matter_which_came_first(store: GraphStore) -> None:
    await write(store, articles())
    await store.judge(merge(IDA, LUNDE))
    judged_last = await store.graph_hash()
    for extraction in reversed(articles("by-hand/2")):
        await store.write(extraction)
    for extraction in articles():
        await store.write(extraction)
    assert await store.graph_hash() == judged_last


async def test_a_chain_of_merges_is_undone_in_any_order(store: GraphStore) -> None:
    await write(store, articles())
    beginning = await store.graph_hash()
    for backwards in (False, True):
        first = await store.judge(merge(IDA, LUNDE))
        one = await store.graph_hash()
        second = await store.judge(merge(OLA, IDA))
        assert len(await said_by(store, OLA)) == 4
        assert await store.resolve(LUNDE) == OLA
        await sound(store)
        if backwards:
            await undo(store, second)
            assert await store.graph_hash() == one
            await undo(store, first)
        else:
            await undo(store, first)
            assert len(await said_by(store, OLA)) == 3
            await sound(store)
            await undo(store, second)
        assert await store.graph_hash() == beginning


async def test_a_split_makes_a_new_entity_of_some_articles(store: GraphStore) -> None:
    first, *_, last = (each.article for each in articles())
    await write(store, articles())
    beginning = await store.graph_hash()
    judgement = await store.judge(split(IDA, last, name="Ida Lund of Bergen"))
    assert judgement.other.startswith("person:ida-lund-of-bergen~")
    assert await said_by(store, IDA) == [first.id]
    assert await said_by(store, judgement.other) == [last.id]
    await sound(store)
    await write(store, articles("by-hand/2"))
    assert await said_by(store, judgement.other) == [last.id]
    await write(store, articles())
    await sound(store)
    await undo(store, judgement)
    assert await store.graph_hash() == beginning


async def test_a_split_may_give_articles_to_somebody_who_is_there(store: GraphStore) -> None:
    last = articles()[3].article
    await write(store, articles())
    beginning = await store.graph_hash()
    judgement = await store.judge(split(IDA, last, other=OLA))
    assert last.id in await said_by(store, OLA)
    merged = await store.judge(merge(OLA, LUNDE))
    await sound(store)
    await undo(store, judgement, merged)
    assert await store.graph_hash() == beginning


async def test_what_was_split_off_may_be_all_there_is(store: GraphStore) -> None:
    everything = [each.article for each in articles() if IDA in {entity.id for entity in each.entities}]
    await write(store, articles())
    beginning = await store.graph_hash()
    judgement = await store.judge(split(IDA, *everything))
    assert await said_by(store, IDA) == []
    await sound(store)
    await write(store, articles("by-hand/2"))
    await sound(store)
    await write(store, articles())
    await undo(store, judgement)
    assert await store.graph_hash() == beginning


async def test_a_judgement_outlives_the_articles_it_was_made_on(store: GraphStore) -> None:
    extractions = articles()
    await write(store, extractions)
    await store.judge(merge(IDA, LUNDE))
    merged = await store.graph_hash()
    for extraction in extractions:
        await store.write(mention_of(extraction.article, extractor="by-hand/0"))
    assert {row["id"] for row in await store.read(catalogue()["entities"], {})} == {"organisation:the-post"}
    await sound(store)
    # only the merged one is found again at first
    for extraction in (extractions[2], extractions[1], extractions[3], extractions[0]):
        await store.write(extraction)
        await sound(store)
    assert await store.graph_hash() == merged


async def test_distinct_forbids_the_merge_until_it_is_withdrawn(store: GraphStore) -> None:
    await write(store, articles())
    beginning = await store.graph_hash()
    judgement = await store.judge(distinct(IDA, LUNDE))
    assert await store.graph_hash() == beginning
    for refused in (merge(IDA, LUNDE), merge(LUNDE, IDA), distinct(LUNDE, IDA)):
        with pytest.raises(JudgementConflict, match=judgement.id):
            await store.judge(refused)
    await store.judge(merge(OLA, LUNDE))
    with pytest.raises(JudgementConflict, match=judgement.id):
        await store.judge(merge(IDA, OLA))
    await undo(store, judgement)
    await store.judge(merge(IDA, OLA))
    assert await store.resolve(LUNDE) == IDA


async def test_what_is_one_already_is_neither_merged_nor_told_apart(store: GraphStore) -> None:
    await write(store, articles())
    await store.judge(merge(IDA, LUNDE))
    for refused in (merge(IDA, LUNDE), merge(LUNDE, IDA), distinct(IDA, LUNDE), merge(IDA, IDA)):
        with pytest.raises(JudgementConflict, match="are one entity"):
            await store.judge(refused)


async def test_a_split_that_holds_forbids_the_merge(store: GraphStore) -> None:
    await write(store, articles())
    judgement = await store.judge(split(IDA, articles()[3].article))
    with pytest.raises(JudgementConflict, match=judgement.id):
        await store.judge(merge(IDA, judgement.other))


@pytest.mark.parametrize(
    ("new", "error", "says"),
    [
        (merge(IDA, "person:nobody"), UnknownName, "person:nobody"),
        (merge(IDA, OLA)._replace(why=" "), BadParameter, "why"),
        (merge(IDA, OLA)._replace(by=""), BadParameter, "who judges"),
        (merge(IDA, OLA)._replace(articles=("article:1",)), BadParameter, "Only a split"),
        (merge(IDA, OLA)._replace(other=None), BadParameter, "two entities"),
        (split(IDA), BadParameter, "needs articles"),
        (split(IDA, articles()[0].article, other=OLA, name="Ola"), BadParameter, "new entity"),
        (split(LUNDE, articles()[0].article), BadParameter, articles()[0].article.id),
        (split(IDA, make_article("Elsewhere it rained.")), BadParameter, "is not in"),
    ],
)
async def test_what_makes_no_sense_is_refused(
    store: GraphStore, new: NewJudgement, error: type[Exception], says: str
) -> None:
    await write(store, articles())
    before = await store.graph_hash(), await store.counts()
    with pytest.raises(error, match=says):
        await store.judge(new)
    assert (await store.graph_hash(), await store.counts()) == before


async def test_a_judgement_is_withdrawn_once(store: GraphStore) -> None:
    await write(store, articles())
    judgement = await store.judge(merge(IDA, LUNDE))
    withdrawn = await store.withdraw(judgement.id, "Per", "too hasty")
    assert (withdrawn.active, withdrawn.withdrawn_by, withdrawn.withdrawn_why) == (False, "Per", "too hasty")
    with pytest.raises(JudgementConflict, match="Per withdrew"):
        await store.withdraw(judgement.id, "Per", "again")
    with pytest.raises(UnknownJudgement):
        await store.withdraw("judgement:none", "Per", "why not")


async def test_judgements_are_listed_with_all_that_became_of_them(store: GraphStore) -> None:
    await write(store, articles())
    first, second = await store.judge(merge(IDA, LUNDE)), await store.judge(distinct(IDA, OLA))
    await undo(store, first)
    rows = await store.read(catalogue()["judgements"], {})
    assert [Judgement.model_validate(row).id for row in rows] == [first.id, second.id]
    assert [row["active"] for row in rows] == [False, True]
    assert [row["id"] for row in await store.read(catalogue()["judgements"], {"active": True})] == [second.id]
    assert [row["id"] for row in await store.read(catalogue()["judgements"], {"entity": LUNDE})] == [first.id]


async def test_articles_that_come_while_somebody_judges(store: GraphStore) -> None:
    extractions = [told(number, "Ida Lund", "Ida Lunde", "Ola Vik") for number in range(1, 25)]
    await write(store, extractions[:4])

    async def judging() -> None:
        for _ in range(3):
            judgement = await store.judge(merge(IDA, LUNDE))
            await asyncio.sleep(0.01)
            await undo(store, judgement)
        await store.judge(merge(OLA, LUNDE))

    await asyncio.gather(judging(), *(store.write(each) for each in extractions[4:]))
    await sound(store)
    together = await store.graph_hash()
    await write(store, [each.model_copy(update={"extractor": "by-hand/2"}) for each in extractions])
    await write(store, extractions)
    assert await store.graph_hash() == together
