"""Who may be meant by a name: by the knowledge base alone, then with a graph."""

import pytest

from graph_service.errors import BadParameter
from graph_service.knowledge import load, load_lexicon
from graph_service.matching import Candidate, Wanted, candidates, match, suggest_merges
from graph_service.matching.duplicates import LEAST
from graph_service.matching.roles import role_in, title_and_name
from graph_service.models import EntityType, JudgementKind
from graph_service.store import GraphStore, NewJudgement
from tests.store.examples import called, mention_of

PERSON = EntityType.PERSON


def best(name: str, context: str = "", day: str | None = None, type_: EntityType | None = None) -> Candidate:
    return candidates(Wanted(name, type_, context, day), load())[0]


@pytest.mark.parametrize(
    ("name", "context", "day", "expected"),
    [
        ("Volodymyr Zelenskyy", "", None, "person:volodymyr-zelenskyy"),
        ("Vladimir Zelenskiy", "", None, "person:volodymyr-zelenskyy"),
        ("V. Zelensky", "", None, "person:volodymyr-zelenskyy"),
        ("President Zelensky", "", "2024-05-01", "person:volodymyr-zelenskyy"),
        ("Zelenskiy", "in Ukraine", "2024-05-01", "person:volodymyr-zelenskyy"),
        ("Johnson", "the British prime minister", "2021-05-05", "person:boris-johnson"),
        ("the German chancellor", "", "2020-05-05", "person:angela-merkel"),
        ("the German chancellor", "", "2023-05-05", "person:olaf-scholz"),
        ("Chancellor of Germany", "", "2025-06-05", "person:friedrich-merz"),
        ("NATO Secretary General", "", "2024-12-01", "person:mark-rutte"),
        ("Germany's chancellor", "", "2023-05-05", "person:olaf-scholz"),
        ("Atacams", "", None, "weapon:atacms"),
        ("US", "", None, "country:united-states"),
        ("U.K.", "", None, "country:united-kingdom"),
        ("European Comission", "", None, "organisation:european-commission"),
    ],
)
def test_who_is_meant(name: str, context: str, day: str | None, expected: str | None) -> None:
    found = candidates(Wanted(name, None, context, day), load())
    assert [each.id for each in found if each.match] == ([expected] if expected else [])


@pytest.mark.parametrize(
    "name", ["Johnson", "Clinton", "Zelensky", "Macron", "Xi", "us", "the chancellor", "German chancellor"]
)
def test_too_little_is_never_sure(name: str) -> None:
    assert not any(each.match for each in candidates(Wanted(name), load()))


def test_a_name_nobody_has_finds_nobody() -> None:
    assert candidates(Wanted("Qwertz Uiopasdf"), load()) == []


@pytest.mark.parametrize("name", ["", "  "])
def test_a_name_is_needed(name: str) -> None:
    with pytest.raises(BadParameter):
        candidates(Wanted(name), load())


def test_only_the_type_that_is_asked_for() -> None:
    assert {each.type for each in candidates(Wanted("Georgia", EntityType.COUNTRY), load())} == {EntityType.COUNTRY}


def test_reasons_are_told() -> None:
    found = best("Johnson", "British prime minister", "2021-05-05")
    assert found.reasons[0] == "last name Johnson"
    assert "prime minister of United Kingdom, 2019-07-24 to 2022-09-06" in found.reasons


def test_the_order_is_the_same_every_time() -> None:
    first = candidates(Wanted("Johnson"), load())
    assert first == candidates(Wanted("Johnson"), load())
    assert [each.score for each in first] == sorted((each.score for each in first), reverse=True)


@pytest.mark.parametrize(
    ("text", "title", "of"),
    [
        ("the German chancellor", "chancellor", "country:germany"),
        ("president of Peru", "president", "country:peru"),
        ("Norway's prime minister", "prime minister", "country:norway"),
        ("NATO chief", "secretary general", "organisation:nato"),
        ("UK foreign secretary", "foreign minister", "country:united-kingdom"),
    ],
)
def test_roles_in_words(text: str, title: str, of: str) -> None:
    role = role_in(text, load(), load_lexicon())
    assert role
    assert title in role.titles
    assert role.of == (of,)


@pytest.mark.parametrize("text", ["Germany", "Olaf Scholz", "the lighthouse of Peru", ""])
def test_other_words_are_no_role(text: str) -> None:
    assert role_in(text, load(), load_lexicon()) is None


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("German Chancellor Olaf Scholz", ("German Chancellor", "Olaf Scholz")),
        ("Dr. Ida Lund", ("Dr.", "Ida Lund")),
        ("Ida Lund", ("", "Ida Lund")),
        ("the German chancellor", ("", "the German chancellor")),
    ],
)
def test_titles_before_names(text: str, split: tuple[str, str]) -> None:
    assert title_and_name(text, load_lexicon()) == split


# --- with a graph -----------------------------------------------------------------------------------------------------


async def write(store: GraphStore, *names: str, type_: EntityType = PERSON) -> None:
    for name in names:
        article, entity = called(name, type_=type_)
        await store.write(mention_of(article, entity))


@pytest.mark.anyio
async def test_entities_of_the_graph_are_candidates(store: GraphStore) -> None:
    await write(store, "Ida Lund", "Ida Lunde", "Per Lund")
    found = await match(store, Wanted("I. Lund"), load())
    assert found[0].id == "person:ida-lund"
    assert (found[0].articles, found[0].known) == (1, False)
    assert "person:per-lund" not in {each.id for each in found if each.match}


@pytest.mark.anyio
async def test_who_was_merged_is_found_as_who_they_are(store: GraphStore) -> None:
    await write(store, "Ida Lund", "Jenny Vik")
    await store.judge(NewJudgement(JudgementKind.MERGE, "person:ida-lund", "person:jenny-vik", "Kari", "a pen name"))
    found = await match(store, Wanted("Jenny Vik"), load())
    assert [each.id for each in found] == ["person:ida-lund"]


@pytest.mark.anyio
@pytest.mark.parametrize("name", ["*", "\\", '"', "?!", "~ ~", "a OR b AND", "😀", "x" * 900])
async def test_strange_names_are_only_names(store: GraphStore, name: str) -> None:
    await write(store, "Ida Lund")
    assert [each for each in await match(store, Wanted(name), load()) if each.match] == []


@pytest.mark.anyio
async def test_pairs_that_may_be_one(store: GraphStore) -> None:
    await write(store, "Ihor Kovalenko", "Igor Kovalenko", "Olena Kovalenko", "I. Kovalenko")
    await write(store, "Northern Ferry Company", "NFC", type_=EntityType.ORGANISATION)
    found = {frozenset((each.entity_name, each.other_name)): each for each in await suggest_merges(store)}
    assert frozenset(("I. Kovalenko", "Ihor Kovalenko")) in found
    assert frozenset(("NFC", "Northern Ferry Company")) in found
    assert not [pair for pair in found if "Olena Kovalenko" in pair]
    assert all(each.score >= LEAST and each.reasons for each in found.values())


@pytest.mark.anyio
async def test_what_was_judged_is_not_suggested_again(store: GraphStore) -> None:
    await write(store, "Ihor Kovalenko", "I. Kovalenko")
    [one] = await suggest_merges(store)
    judgement = await store.judge(NewJudgement(JudgementKind.DISTINCT, one.entity, one.other, "Kari", "brothers"))
    assert await suggest_merges(store) == []
    await store.withdraw(judgement.id, "Kari", "one after all")
    assert await suggest_merges(store) == [one]
    await store.judge(NewJudgement(JudgementKind.MERGE, one.entity, one.other, "Kari", "one"))
    assert await suggest_merges(store) == []
