"""The same said in other words: found by meaning and by words, whatever came first and whatever was judged since."""

import subprocess
import sys
from datetime import date
from itertools import permutations

import pytest

from graph_service.ids import article_id
from graph_service.meanings import compare_statements, embed_statements
from graph_service.models import Article, EntityType, Extraction, JudgementKind
from graph_service.queries import catalogue
from graph_service.store import GraphStore, NewJudgement
from graph_service.store.restatements import says_the_same
from tests.handmade import EXTRACTOR, entity, said

ADA, BEN = "Ada Novak", "Ben Ortiz"
FIRST = "that the northern harbour stays closed for foreign ships until May"
AGAIN = "that until May the northern harbour will stay closed for all foreign ships"
SHORT = "the harbour would stay closed for foreign ships until May"
OTHER = "that the northern harbour opens for foreign ships before May"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The ferries will stop on Monday", "that the ferries would stop, on Monday at the latest", True),
        ("“We stop the ferries on Monday,”", "that they would stop the ferries on Monday", True),
        ("that they aren't stopping the ferries on Monday", "We're not stopping the ferries on Monday", True),
        # a word on either side, a denial, a number
        ("that the ferries stop until May", "that the ferries of the line stop until June", False),
        ("that the ferries will stop on Monday", "that the ferries will stop on Friday", False),
        ("that the ministry will raise the tax on ferries", "that the ministry will lower the tax on ferries", False),
        ("that they will stop the ferries on Monday", "that they will not stop the ferries on Monday", False),
        ("We can't stop the ferries on Monday", "We can stop the ferries on Monday", False),
        ("that 31 ferries were hit at sea", "that 13 ferries were hit at sea", False),
        # too little to tell
        ("We will stop them", "that they would stop them", False),
        ("", "", False),
    ],
)
def test_says_the_same(one: str, other: str, same: bool) -> None:
    assert says_the_same(one, other) is says_the_same(other, one) is same


def told(day: int | None, words: str, speaker: str = ADA, extractor: str = EXTRACTOR) -> Extraction:
    """One statement in the article of a day of March."""
    text = f"Notes of {day}\n{speaker} said {words}.\n"
    url = f"https://post.example/{day}-{speaker[:3]}"
    article = Article(
        id=article_id(url, text),
        url=url,
        text=text,
        title="Notes",
        outlet=f"The {day} Post",
        published_at=date(2031, 3, day) if day else None,
    )
    who = entity(article, speaker, EntityType.PERSON)
    statement = said(article, words, "said", speaker=who.id)
    return Extraction(article=article, extractor=extractor, entities=(who,), statements=(statement,))


async def restated(store: GraphStore, extraction: Extraction) -> list[str]:
    """The texts of what it restates."""
    by_id = catalogue()["statements_by_id"]
    rows = await store.read(by_id, {"statements": [extraction.statements[0].id]})
    return [str(each["text"]) for each in await store.read(by_id, {"statements": rows[0]["restates"]})]


async def sound(store: GraphStore) -> None:
    assert [(each.name, each.examples) for each in await store.doctor() if each.violations] == []


@pytest.mark.anyio
@pytest.mark.parametrize("order", [*permutations(range(3))])
async def test_they_lead_to_the_earliest(store: GraphStore, order: tuple[int, ...]) -> None:
    articles = [told(2, FIRST), told(3, AGAIN), told(4, SHORT)]
    others = [told(5, FIRST, BEN), told(6, OTHER), told(None, AGAIN)]
    for at in order:
        await store.write(articles[at])
        await store.write(others[at])
        await embed_statements(store)
    assert [await restated(store, each) for each in articles] == [[], [FIRST], [FIRST]]
    assert [await restated(store, each) for each in others[:2]] == [[], []]
    await sound(store)


@pytest.mark.anyio
async def test_rows_say_how_alike_they_are(store: GraphStore) -> None:
    first, again, copy = told(2, FIRST), told(3, AGAIN), told(4, FIRST)
    for each in (first, again, copy):
        await store.write(each)
    await embed_statements(store)
    one, two = first.statements[0].id, again.statements[0].id
    rows = await store.read(catalogue()["restatements"], {"statement": one})
    # the newest first
    assert [(row["restates"], row["restates_how"]) for row in rows] == [
        ([one, two], ["same words", "same meaning"]),
        ([one], ["same meaning"]),
        ([], []),
    ]
    exact, near = rows[0]["restates_scores"], rows[1]["restates_scores"]
    assert (exact[0], exact[1]) == (1.0, near[0])  # type: ignore[index]
    assert 0.8 <= near[0] < 1  # type: ignore[index]


@pytest.mark.anyio
async def test_links_follow_what_is_written_and_judged(store: GraphStore) -> None:
    first, again, last = told(2, FIRST), told(3, AGAIN), told(9, SHORT, BEN)
    for each in (first, again, last):
        await store.write(each)
    whole = await store.graph_hash()
    await embed_statements(store)
    assert await restated(store, again) == [FIRST]
    # what is found by comparing is no part of what was written
    assert await store.graph_hash() == whole

    ben, ada = last.statements[0].speaker, first.statements[0].speaker
    merged = await store.judge(NewJudgement(JudgementKind.MERGE, ada, ben, "Kari", "one man under two names"))
    assert await restated(store, again) == []
    assert await compare_statements(store) == 3
    assert [await restated(store, each) for each in (again, last)] == [[FIRST], [FIRST]]
    await sound(store)

    # the earliest goes
    await store.remove(first.article.id)
    assert await compare_statements(store) == 2
    assert [await restated(store, each) for each in (again, last)] == [[], [AGAIN]]
    await store.withdraw(merged.id, "Kari", "they are two")
    await compare_statements(store)
    assert await restated(store, last) == []
    await sound(store)


@pytest.mark.anyio
async def test_a_corrected_statement_is_compared_again(store: GraphStore) -> None:
    first, again, last = told(2, FIRST), told(3, AGAIN), told(4, SHORT)
    for each in (first, again, last, told(5, OTHER, BEN)):
        await store.write(each)
    await embed_statements(store)
    the, ben = first.statements[0].id, "person:ben-ortiz"
    wrong = await store.judge(
        NewJudgement(JudgementKind.WRONG_SPEAKER, None, ben, "Kari", "she is quoted", statement=the)
    )
    assert await compare_statements(store) == 3
    assert [await restated(store, each) for each in (again, last)] == [[], [AGAIN]]
    await sound(store)
    await store.withdraw(wrong.id, "Kari", "no")
    await compare_statements(store)
    none = await store.judge(NewJudgement(JudgementKind.NOT_A_STATEMENT, None, None, "Kari", "a title", statement=the))
    await compare_statements(store)
    assert [await restated(store, each) for each in (again, last)] == [[], [AGAIN]]
    await sound(store)
    await store.withdraw(none.id, "Kari", "no")
    await compare_statements(store)
    assert [await restated(store, each) for each in (again, last)] == [[FIRST], [FIRST]]
    await sound(store)
    assert await compare_statements(store) == 0


_LEAVING = """
import asyncio
from contextlib import suppress
from graph_service.meanings import vectors_of
from graph_service.pipeline.embedding import model

async def leave():
    model.load()
    with suppress(TimeoutError):
        await asyncio.wait_for(vectors_of([f"The port opens late on day {day}." for day in range(256)]), 0.1)

asyncio.run(leave())
"""


def test_a_program_that_ends_while_texts_are_encoded_is_not_aborted() -> None:
    done = subprocess.run([sys.executable, "-c", _LEAVING], check=False, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
