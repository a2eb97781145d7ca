"""The same words of one speaker in several articles: all lead to the earliest, whatever came first."""

from datetime import date

import pytest

from graph_service.ids import quote_key
from graph_service.models import EntityType, Extraction
from graph_service.queries import catalogue
from graph_service.store import GraphStore
from tests.store.examples import make_article, make_entity, make_statement, mention_of

pytestmark = pytest.mark.anyio

WORDS = "No ferry of ours will leave the harbour before Sunday"


def quoted(day: int | None, words: str = WORDS, speaker: str = "Ida Lund", extractor: str = "by-hand/1") -> Extraction:
    text = f'Ferries {day}\n"{words}," {speaker} said.\n'
    published = None if day is None else date(2031, 3, day)
    article = make_article(text, f"https://post.example/{day}-{speaker}", published_at=published)
    ida = make_entity(text, EntityType.PERSON, speaker)
    said = make_statement(article, (f'"{words},"',), text.splitlines()[1], type="direct", speaker=ida.id)
    return mention_of(article, ida, extractor=extractor).model_copy(update={"statements": (said,)})


async def same(store: GraphStore, extraction: Extraction) -> list[object]:
    rows = await store.read(catalogue()["restatements"], {"statement": extraction.statements[0].id})
    return [row["published_at"] for row in rows]


async def sound(store: GraphStore) -> None:
    assert [(each.name, each.examples) for each in await store.doctor() if each.violations] == []


async def test_they_lead_to_the_earliest(store: GraphStore) -> None:
    told = [quoted(9), quoted(2, WORDS.upper()), quoted(None), quoted(5), quoted(3, speaker="Ola Vik"), quoted(4, "No")]
    for each in told:
        await store.write(each)
    for each in told[:4]:
        assert await same(store, each) == ["2031-03-09", "2031-03-05", "2031-03-02", None]
    assert await same(store, told[4]) == ["2031-03-03"]
    await sound(store)
    whole = await store.graph_hash()
    # the earliest goes, and comes back
    await store.write(quoted(2, "Nothing of the kind was said that day by anybody", extractor="by-hand/2"))
    assert await same(store, told[0]) == ["2031-03-09", "2031-03-05", None]
    await sound(store)
    await store.write(told[1])
    assert await store.graph_hash() == whole
    await sound(store)


def test_few_words_say_nothing() -> None:
    assert quote_key("person:ida", "We will see about that.") is None
    assert quote_key("person:ida", WORDS) == quote_key("person:ida", f"“{WORDS.lower()}!”")
    assert quote_key("person:ida", WORDS) != quote_key("person:ola", WORDS)
