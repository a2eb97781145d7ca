"""Search by words and by meaning, on the real indexes and the real encoder."""

from datetime import date

import httpx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.errors import BadParameter, ModelMissing
from graph_service.ids import article_id
from graph_service.meanings import embed_statements
from graph_service.models import Article, EntityType, Extraction
from graph_service.pipeline.embedding.model import MOST, SIZE, load
from graph_service.search import DEPTH, highlights, search
from graph_service.settings import Settings
from graph_service.store import GraphStore
from tests.handmade import EXTRACTOR, entity, said
from tests.running import running

TEXT = """A week in the harbour
Ada Novak said that no territory would be given away.
Ben Ortiz said that the bakery opens at eight in the morning.
Ben Ortiz warned that surrendering land rewards the invader.
Ada Novak said that the ferries were late again.
"""
NOT_AWAY = "no territory would be given away"
BAKERY = "the bakery opens at eight in the morning"
LAND = "surrendering land rewards the invader"
LATE = "the ferries were late again"


def week(extractor: str = EXTRACTOR) -> Extraction:
    """Four statements of two people."""
    article = Article(
        id=article_id(None, TEXT), text=TEXT, title="A week", outlet="The Post", published_at=date(2031, 3, 5)
    )
    ada, ben = (entity(article, name, EntityType.PERSON) for name in ("Ada Novak", "Ben Ortiz"))
    statements = (
        said(article, NOT_AWAY, "said", speaker=ada.id),
        said(article, BAKERY, "said", speaker=ben.id),
        said(article, LAND, "warned", speaker=ben.id),
        said(article, LATE, "said", speaker=ada.id),
    )
    return Extraction(article=article, extractor=extractor, entities=(ada, ben), statements=statements)


async def found(store: GraphStore, q: str, **params: object) -> list[str]:
    return [str(row["text"]) for row in await search(store, {"q": q, **params})]


@pytest.fixture
async def told(store: GraphStore) -> GraphStore:
    """The week in the graph, searchable by meaning."""
    await store.write(week())
    assert await embed_statements(store) == 4
    return store


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("q", "params", "texts"),
    [
        # the stem of a word, and no word at all
        ("ferry", {"by": "words"}, [LATE]),
        ("airport", {"by": "words"}, []),
        # an operator of the index is a word like others
        ("NOT ferries OR (", {"by": "words"}, [LATE]),
        ('"bakery opens" nothing', {"by": "words"}, [BAKERY]),
        ('"opens bakery"', {"by": "words"}, []),
        # no word in common, or only some
        ("ceding ground to an aggressor", {"by": "meaning", "limit": 2}, [LAND]),
        ("breakfast rolls", {"by": "meaning"}, [BAKERY]),
        ("territory", {"limit": 1}, [NOT_AWAY]),
        ("territory", {"speaker": "person:ben-ortiz", "limit": 1}, [LAND]),
        ("territory", {"speaker": "person:ben-ortiz", "until": "2031-03-04"}, []),
        ("territory", {"outlet": "Another"}, []),
    ],
)
async def test_search(told: GraphStore, q: str, params: dict[str, object], texts: list[str]) -> None:
    assert await found(told, q, **params) == texts


@pytest.mark.anyio
async def test_a_row_says_how_it_was_found(told: GraphStore) -> None:
    best, *others = await search(told, {"q": "Territories"})
    assert (best["text"], best["found_by"]) == (NOT_AWAY, ["words", "meaning"])
    assert best["highlights"] == [[NOT_AWAY.index("territory"), NOT_AWAY.index("territory") + len("territory")]]
    assert best["score"] == pytest.approx(2 / 61, abs=1e-6)
    assert [each["found_by"] for each in others] == [["meaning"]] * len(others)


@pytest.mark.anyio
async def test_pages_go_on_where_the_one_before_ended(told: GraphStore) -> None:
    whole = await found(told, "land", by="meaning")
    assert len(whole) > 1
    assert [
        each for at in range(len(whole)) for each in await found(told, "land", by="meaning", limit=1, after=str(at))
    ] == whole


@pytest.mark.anyio
async def test_wrong_parameters(told: GraphStore) -> None:
    for params in ({"by": "magic"}, {"limit": 501}, {"since": "soon"}):
        with pytest.raises(BadParameter):
            await found(told, "land", **params)


@pytest.mark.anyio
async def test_vectors_go_with_their_statements(told: GraphStore) -> None:
    whole = await told.graph_hash()
    assert await embed_statements(told) == 0
    (kept, *_) = (row["statement"] for row in await search(told, {"q": "territory", "limit": 1}))
    replaced = week("by-hand/2").model_copy(update={"statements": week().statements[1:]})
    await told.write(replaced)
    assert await found(told, "territory", by="meaning") == []
    # what the article still says is written anew, and has to be read anew
    assert await embed_statements(told, ["article:nowhere"]) == 0
    assert await embed_statements(told, [replaced.article.id]) == 3
    assert kept not in [row["statement"] for row in await search(told, {"q": "territory"})]
    assert [each.name for each in await told.doctor() if each.violations] == []
    await told.write(week("by-hand/3"))
    assert await told.graph_hash() != whole  # the extractor's name
    await told.write(week())


@pytest.mark.anyio
async def test_over_http(told: GraphStore, store_settings: Settings) -> None:
    async with running(store_settings) as client:
        answer = (await client.get("/v1/search", params={"q": "territory", "limit": 1, "by": "both"})).json()
        assert [row["text"] for row in answer["rows"]] == [NOT_AWAY]
        following = (await client.get(answer["next"])).json()
        assert [row["text"] for row in following["rows"]] == [LAND]
        by_name = (await client.get("/v1/search", params={"q": "territory", "speaker": "Ben Ortiz"})).json()
        assert {row["speaker"] for row in by_name["rows"]} == {"Ben Ortiz"}
        csv = await client.get("/v1/search.csv", params={"q": "ferry", "by": "words"})
        assert csv.text.splitlines()[0].endswith("score,found_by,highlights")
        assert len(csv.text.splitlines()) == 2
        for wrong in ({}, {"q": "x", "by": "magic"}, {"q": "x", "nothing": "1"}, {"q": " "}):
            assert (await client.get("/v1/search", params=wrong)).status_code == 422
        cursor = httpx.URL(answer["next"]).params["cursor"]
        assert (await client.get("/v1/search", params={"q": "other", "cursor": cursor})).status_code == 422


def test_a_text_means_the_same_whatever_it_is_read_with() -> None:
    encoder = load()
    alone, together = encoder.vectors([LAND]), encoder.vectors([BAKERY, LAND, "word " * 3 * MOST])
    assert together.shape == (3, SIZE)
    assert np.array_equal(alone[0], together[1])
    assert np.linalg.norm(together, axis=1) == pytest.approx(1, abs=1e-5)
    assert encoder.vectors([]).shape == (0, SIZE)


def test_what_is_near_in_meaning_is_near() -> None:
    away, land, bakery = load().vectors([NOT_AWAY, LAND, BAKERY])
    assert away @ land > 0.3 > land @ bakery


def test_a_missing_encoder_says_so(tmp_path: pytest.TempPathFactory) -> None:
    with pytest.raises(ModelMissing, match="encoder"):
        load(tmp_path)


@given(text=st.text(max_size=80), words=st.lists(st.text(max_size=10), max_size=3))
def test_highlights_lie_in_the_text(text: str, words: list[str]) -> None:
    for start, end in highlights(text, words):
        assert 0 <= start < end <= len(text)


def test_depth_is_what_pages_reach() -> None:
    assert DEPTH >= 500


@pytest.mark.anyio
async def test_the_page_ranks_where_asked(told: GraphStore, store_settings: Settings) -> None:
    async with running(store_settings) as client:
        for filters in ({}, {"speaker": "person:ada-novak"}):
            asked = {"q": "territories", "by": "both", **filters}
            page = await client.get("/", params=asked, headers={"Accept": "text/html"})
            assert page.status_code == 200
            assert "no <mark>territory</mark> would be given away" in page.text
        assert "Ada Novak" in page.text.partition("Filters")[2].partition("</ul>")[0]
