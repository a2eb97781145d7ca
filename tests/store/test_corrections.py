"""Corrected statements: the graph shows them, re-ingest and a better extractor keep them, each can be taken back."""

from datetime import date

import neo4j
import pytest

from graph_service.errors import BadParameter, JudgementConflict, NotFound, UnknownName
from graph_service.ids import entity_id
from graph_service.models import (
    EntityType,
    Extraction,
    Judgement,
    JudgementKind,
    Target,
)
from graph_service.queries import catalogue
from graph_service.settings import Settings
from graph_service.store import GraphStore, NewJudgement
from graph_service.store.corrections import Correction, Found, found_again
from tests.store.examples import denial, ferries, make_article, make_entity, make_statement, mention_of

pytestmark = pytest.mark.anyio

IDA, OLA, NORWAY, KESTREL = "person:ida-lund", "person:ola-vik", "country:norway", "weapon:kestrel"
_POST, _HERALD = "https://post.example/harbour", "https://herald.example/harbour"
_SAID = "that the harbour of Norway stays closed for all of them until May"
_DAY = date(2031, 3, 5)


def harbour(
    extractor: str = "by-hand/1", *, url: str = _POST, before: str = "", said: str = _SAID, speaker: str = "Ida Lund"
) -> Extraction:
    """Ida Lund says something about Norway; Ola Vik is only named."""
    line = f"Ida Lund said {_SAID}, and Ola Vik was there."
    article = make_article(f"Harbour news\n{before}{line}\n", url, published_at=_DAY, outlet=url)
    people = tuple(make_entity(article.text, EntityType.PERSON, name) for name in ("Ida Lund", "Ola Vik"))
    norway = make_entity(article.text, EntityType.COUNTRY, "Norway", "Kingdom of Norway", known=True, wikidata="Q20")
    statement = make_statement(
        article,
        (said,),
        line,
        type="indirect",
        speaker=entity_id(EntityType.PERSON, speaker),
        targets=(Target(entity=norway.id, rank=1, stance="negative", score=0.8),),
    )
    return Extraction(article=article, extractor=extractor, entities=(*people, norway), statements=(statement,))


THE = harbour().statements[0].id


@pytest.fixture
def store_settings(store_settings: Settings) -> Settings:
    """A busy machine is no failure."""
    return store_settings.model_copy(update={"query_seconds": 120.0})


def says(statement: str, speaker: str) -> NewJudgement:
    return NewJudgement(JudgementKind.WRONG_SPEAKER, None, speaker, "Kari", "she is quoted", statement=statement)


def about(statement: str, wrong: str | None, right: str | None) -> NewJudgement:
    return NewJudgement(JudgementKind.WRONG_TARGET, wrong, right, "Kari", "not him", statement=statement)


def no_statement(statement: str) -> NewJudgement:
    return NewJudgement(JudgementKind.NOT_A_STATEMENT, None, None, "Kari", "a headline", statement=statement)


def merge(entity: str, other: str) -> NewJudgement:
    return NewJudgement(JudgementKind.MERGE, entity, other, "Kari", "one and the same")


async def undo(store: GraphStore, *judgements: Judgement) -> None:
    for judgement in judgements:
        await store.withdraw(judgement.id, "Per", "too hasty")


async def sound(store: GraphStore) -> None:
    assert [(each.name, each.examples) for each in await store.doctor() if each.violations] == []


async def rows(store: GraphStore, **asked: object) -> list[tuple[object, ...]]:
    found = await store.read(catalogue()["statements"], asked)
    return [(row["speaker"], row["about"], row["stances"]) for row in found]


ALL = [
    pytest.param(says(THE, OLA), [("Ola Vik", ["Norway"], ["negative"])], id="speaker"),
    pytest.param(about(THE, NORWAY, OLA), [("Ida Lund", ["Ola Vik"], ["negative"])], id="target"),
    pytest.param(about(THE, None, OLA), [("Ida Lund", ["Norway", "Ola Vik"], ["negative", "neutral"])], id="added"),
    pytest.param(about(THE, NORWAY, None), [("Ida Lund", [], [])], id="removed"),
    pytest.param(no_statement(THE), [], id="none"),
]


@pytest.mark.parametrize(("new", "shown"), ALL)
async def test_it_shows_survives_and_is_taken_back(
    store: GraphStore, new: NewJudgement, shown: list[tuple[object, ...]]
) -> None:
    await store.write(harbour())
    await store.write(denial())
    article = harbour().article.id
    before, size = await store.graph_hash(), await store.counts()
    judgement = await store.judge(new)
    assert await rows(store, article=article) == shown
    await sound(store)
    corrected = await store.graph_hash()
    assert corrected != before
    # all is read again, and by another extractor
    await store.write(harbour("by-hand/2"))
    assert await rows(store, article=article) == shown
    await sound(store)
    await store.write(harbour())
    assert await store.graph_hash() == corrected
    await undo(store, judgement)
    assert await store.graph_hash() == before
    # the record and the lock stay
    assert await store.counts() == (size[0] + 2, size[1])
    await sound(store)


async def test_cypher_shows_what_was_found_and_who_decided(store: GraphStore, driver: neo4j.Driver) -> None:
    await store.write(harbour())
    judgement = await store.judge(says(THE, OLA))
    found = driver.execute_query(
        "MATCH (speaker)-[said:SAID]->(s:Statement)<-[wrong:CORRECTED {link: 'SAID'}]-(found) "
        "MATCH (judgement:Judgement {id: said.judgement}) "
        "RETURN speaker.name, found.name, judgement.by, judgement.why, s.judgements = [judgement.id]"
    ).records
    assert [tuple(row) for row in found] == [("Ola Vik", "Ida Lund", "Kari", "she is quoted", True)]
    await undo(store, judgement)
    await store.judge(no_statement(THE))
    kept = driver.execute_query("MATCH (s:Dismissed)<-[link:CORRECTED]-(n) RETURN n.name, link.link ORDER BY n.name")
    assert [tuple(row) for row in kept.records] == [("Ida Lund", "SAID"), ("Norway", "ABOUT")]


async def test_a_statement_tells_who_corrected_it(store: GraphStore) -> None:
    await store.write(harbour())
    judgement = await store.judge(says(THE, OLA))
    assert (judgement.entity, judgement.other, judgement.statement) == (IDA, OLA, THE)
    assert judgement.articles == (harbour().article.id,)
    [row] = await store.read(catalogue()["statement"], {"statement": THE})
    assert (row["judgements"], row["speaker_id"]) == ([judgement.id], OLA)
    for asked in ({"statement": THE}, {"article": harbour().article.id}, {"kind": "wrong_speaker"}):
        [listed] = await store.read(catalogue()["judgements"], asked)
        assert Judgement.model_validate(listed) == judgement


@pytest.mark.parametrize(
    "better",
    [
        pytest.param(harbour("by-hand/2", speaker="Ola Vik"), id="finds the speaker itself"),
        pytest.param(harbour("by-hand/2", said=_SAID.removeprefix("that ")), id="finds a shorter content"),
        pytest.param(harbour("by-hand/2", before="It rains in the north.\n"), id="has a newer text"),
    ],
)
async def test_a_better_extractor_keeps_to_it(store: GraphStore, better: Extraction) -> None:
    await store.write(harbour())
    judgement = await store.judge(says(THE, OLA))
    await store.write(better)
    assert await rows(store, article=better.article.id) == [("Ola Vik", ["Norway"], ["negative"])]
    await sound(store)
    await undo(store, judgement)
    after = await store.graph_hash()
    await store.write(better.model_copy(update={"extractor": "by-hand/3"}))
    await store.write(better)
    assert await store.graph_hash() == after


async def test_a_correction_waits_until_its_statement_is_found_again(store: GraphStore) -> None:
    await store.write(harbour())
    await store.judge(says(THE, OLA))
    corrected = await store.graph_hash()
    nothing = mention_of(harbour().article, extractor="by-hand/0")
    await store.write(nothing)
    await sound(store)
    # whom it leads to has gone meanwhile, and comes back
    assert await store.read(catalogue()["entities"], {"name": "ola"}) == []
    await store.write(harbour())
    assert await store.graph_hash() == corrected


@pytest.mark.parametrize("merge_first", [True, False])
async def test_it_goes_with_merges_in_any_order(store: GraphStore, merge_first: bool) -> None:
    await store.write(harbour())
    await store.write(denial())
    before = await store.graph_hash()
    judgements = [merge(NORWAY, OLA), about(THE, NORWAY, IDA)]
    made = [await store.judge(new) for new in (judgements if merge_first else reversed(judgements))]
    await store.judge(merge("organisation:https-post-example-harbour", IDA))
    assert (await rows(store, article=harbour().article.id))[0][1] == [_POST]
    await sound(store)
    both = await store.graph_hash()
    await store.write(harbour("by-hand/2"))
    await store.write(harbour())
    assert await store.graph_hash() == both
    last = (await store.read(catalogue()["judgements"], {"kind": "merge"}))[-1]
    await undo(store, *made)
    await sound(store)
    await store.withdraw(str(last["id"]), "Per", "too hasty")
    assert await store.graph_hash() == before


async def test_the_whole_statement_graph_comes_back(store: GraphStore, driver: neo4j.Driver) -> None:
    extraction = ferries()
    await store.write(extraction)
    told, outer, inner = (each.id for each in extraction.statements)
    before = await store.graph_hash()
    outer_gone = await store.judge(no_statement(outer))
    inner_gone = await store.judge(no_statement(inner))
    await sound(store)
    assert [row[0] for row in await rows(store)] == ["Ida Lund"]
    # an edge stays, as the article says so; it is nobody's statement any more
    edges = driver.execute_query("MATCH ()-[edge:USES_WEAPON]->() RETURN edge.count, edge.statements").records
    assert [tuple(row) for row in edges] == [(1, [])]
    await store.write(ferries(extractor="by-hand/2"))
    await store.write(ferries())
    await sound(store)
    await undo(store, outer_gone, inner_gone)
    assert await store.graph_hash() == before
    spoken = await store.judge(says(outer, NORWAY))
    assert (spoken.entity_name, spoken.other) == ("A harbour official", NORWAY)
    await sound(store)
    gone = await store.judge(no_statement(outer))
    await undo(store, spoken)
    await sound(store)
    await undo(store, gone)
    assert await store.graph_hash() == before
    assert told != outer


async def test_the_same_words_are_the_new_speaker_s(store: GraphStore) -> None:
    await store.write(harbour())
    await store.write(harbour(url=_HERALD))
    before = await store.graph_hash()
    assert await restatements(store) == 1
    judgement = await store.judge(says(THE, OLA))
    assert await restatements(store) == 0
    other = harbour(url=_HERALD).statements[0].id
    again = await store.judge(says(other, OLA))
    assert await restatements(store) == 1
    await sound(store)
    gone = await store.judge(no_statement(other))
    assert await restatements(store) == 0
    await sound(store)
    await undo(store, judgement, gone, again)
    assert await store.graph_hash() == before


async def restatements(store: GraphStore) -> int:
    found = await store.read(catalogue()["statements"], {})
    return sum(len(row["restates"]) for row in found)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("new", "error", "says_what"),
    [
        (says("statement:none", OLA), NotFound, "no statement"),
        (says(THE, "person:nobody"), UnknownName, "person:nobody"),
        (says(THE, IDA), JudgementConflict, "says it already"),
        (says(THE, OLA)._replace(statement=None), BadParameter, "about a statement"),
        (says(THE, OLA)._replace(other=None), BadParameter, "who says it"),
        (says(THE, OLA)._replace(entity=IDA), BadParameter, "no entity"),
        (says(THE, OLA)._replace(why=" "), BadParameter, "why"),
        (says(THE, OLA)._replace(articles=("article:1",)), BadParameter, "Only a split"),
        (about(THE, None, None), BadParameter, "whom it is"),
        (about(THE, OLA, None), BadParameter, "Norway"),
        (about(THE, NORWAY, NORWAY), JudgementConflict, "already"),
        (no_statement(THE)._replace(other=OLA), BadParameter, "neither"),
        (merge(IDA, OLA)._replace(statement=THE), BadParameter, "not about a statement"),
        (merge(IDA, OLA)._replace(entity=None), BadParameter, "about an entity"),
    ],
)
async def test_what_makes_no_sense_is_refused(
    store: GraphStore, new: NewJudgement, error: type[Exception], says_what: str
) -> None:
    await store.write(harbour())
    before = await store.graph_hash(), await store.counts()
    with pytest.raises(error, match=says_what):
        await store.judge(new)
    assert (await store.graph_hash(), await store.counts()) == before


async def test_a_second_word_on_the_same_waits_until_the_first_is_withdrawn(store: GraphStore) -> None:
    await store.write(harbour())
    first, second = await store.judge(says(THE, OLA)), await store.judge(about(THE, None, IDA))
    for refused, by in ((says(THE, NORWAY), first), (about(THE, IDA, None), second)):
        with pytest.raises(JudgementConflict, match=f"Withdraw {by.id} first"):
            await store.judge(refused)
    third = await store.judge(no_statement(THE))
    with pytest.raises(JudgementConflict, match=third.id):
        await store.judge(about(THE, None, OLA))


# --- which statement is meant ----------------------------------------------------------------------------------------


def found(id_: str, start: int, text: str = "we go", sha: str = "same") -> Found:
    return Found(id_, text, [start, start + len(text)], None, [], sha)


@pytest.mark.parametrize(
    ("there", "meant"),
    [
        ([], None),
        ([found("b", 0), found("a", 10)], "a"),
        ([found("b", 12), found("c", 30)], "b"),
        ([found("b", 9, "so we go"), found("c", 30, "we go home")], "b"),
        ([found("b", 14, "o and they stay here")], None),
        ([found("a", 10, "not these", "new"), found("b", 40, "We  go", "new")], "b"),
        ([found("b", 10, "we will go", "new")], None),
    ],
)
def test_the_id_then_the_words_then_the_place(there: list[Found], meant: str | None) -> None:
    correction = Correction("judgement:1", "wrong_speaker", "a", "we go", [10, 15], "same", None, "person:x")
    chosen = found_again(correction, there)
    assert (chosen and chosen.id) == meant
