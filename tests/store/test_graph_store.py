"""One article in, the same article out, in a real Neo4j."""

import asyncio
import gc
import socket
import time
import warnings
from datetime import date

import neo4j
import pytest

from graph_service.errors import AmbiguousName, BadExtraction, BadParameter, StoreUnavailable, UnknownName
from graph_service.models import EntityType, Extraction
from graph_service.queries import Query, catalogue
from graph_service.settings import Settings
from graph_service.store import GraphStore
from tests.store.examples import EXTRACTOR, TEXT, called, ferries, make_article, make_entity, mention_of

pytestmark = pytest.mark.anyio


async def test_a_row_of_a_statement(store: GraphStore) -> None:
    result = await store.write(ferries())
    assert (result.outcome, result.statements) == ("created", 3)
    row = (await store.read(catalogue()["statements_by_speaker"], {"speaker": "person:ida-lund"}))[0]
    assert row == {
        "statement": row["statement"],
        "speaker": "Ida Lund",
        "speaker_id": "person:ida-lund",
        "speaker_type": "Person",
        "text": 'that "no ferry leaves today" … Norway agrees',
        "cue": "told",
        "type": "mixed",
        "modality": "assertion",
        "negated": False,
        "about": ["Norway"],
        "about_ids": ["country:norway"],
        "stances": ["neutral"],
        "to": ["reporters", "Norway"],
        "to_ids": [None, "country:norway"],
        "reported_by": [],
        "reported_by_ids": [],
        "sentence": 'Mayor Ida Lund told reporters that "no ferry leaves today", and Norway agrees.',
        "start": 45,
        "end": 92,
        "spans": [[45, 73], [79, 92]],
        "article": make_article().id,
        "title": "Ferries stop",
        "outlet": "The Post",
        "published_at": "2031-03-05",
        "url": "https://post.example/ferries",
        "confidence": 1.0,
        "parent": None,
        "topics": [],
        "times": [],
        "restates": [],
        "restates_how": [],
        "restates_scores": [],
        "judgements": [],
    }


async def test_an_unnamed_speaker_and_a_nested_statement(store: GraphStore) -> None:
    extraction = ferries()
    await store.write(extraction)
    rows = await store.read(catalogue()["article_statements"], {"article": extraction.article.id})
    assert [(row["speaker"], row["speaker_type"]) for row in rows] == [
        ("Ida Lund", "Person"),
        ("A harbour official", "AnonymousSource"),
        ("Ida Lund", "Person"),
    ]
    assert [row["parent"] for row in rows] == [None, None, rows[1]["statement"]]
    assert rows[2]["reported_by"] == ["A harbour official"]
    assert rows[1]["about"] == ["Ida Lund", "Kestrel"]


async def test_the_article_comes_back_with_its_text_and_mentions(store: GraphStore) -> None:
    extraction = ferries()
    await store.write(extraction)
    row = (await store.read(catalogue()["article"], {"article": extraction.article.id}))[0]
    assert (row["text"], row["published_at"], row["statements"]) == (TEXT, "2031-03-05", 3)
    mentions = row["mentions"]
    assert isinstance(mentions, list)
    assert [each["name"] for each in mentions] == ["Ida Lund", "Norway", "Kestrel"]
    assert all(TEXT[start:end] == each["texts"][0] for each in mentions for start, end in each["spans"])


async def test_twice_is_as_good_as_once(store: GraphStore) -> None:
    await store.write(ferries())
    before, graph = await store.counts(), await store.graph_hash()
    assert (await store.write(ferries())).outcome == "unchanged"
    assert (await store.counts(), await store.graph_hash()) == (before, graph)


async def test_an_unchanged_article_is_not_written_at_all(store: GraphStore, driver: neo4j.Driver) -> None:
    await store.write(ferries())
    when = "MATCH (a:Article) RETURN a.ingested_at AS at"
    first = driver.execute_query(when).records[0]["at"]
    await store.write(ferries())
    assert driver.execute_query(when).records[0]["at"] == first


async def test_a_newer_extractor_replaces_what_the_older_one_said(store: GraphStore) -> None:
    await store.write(ferries())
    newer = mention_of(make_article(), make_entity(TEXT, EntityType.COUNTRY, "Norway"), extractor="by-hand/2")
    result = await store.write(newer)
    assert (result.outcome, result.statements) == ("updated", 0)
    overview = (await store.read(catalogue()["overview"]))[0]
    assert (overview["statements"], overview["anonymous_sources"], overview["people"]) == (0, 0, 0)
    assert {row["id"] for row in await store.read(catalogue()["entities"])} == {
        "country:norway",
        "organisation:the-post",
    }


async def test_an_update_leaves_what_other_articles_say(store: GraphStore) -> None:
    other = make_article(TEXT + "More.\n", "https://post.example/other")
    await store.write(ferries())
    await store.write(ferries(other))
    await store.write(Extraction(article=make_article(), extractor="by-hand/2"))
    assert len(await store.read(catalogue()["statements"], {"speaker": "person:ida-lund"})) == 2
    assert [row.violations for row in await store.doctor() if row.violations] == []


async def test_new_metadata_are_an_update_and_missing_ones_are_not(store: GraphStore) -> None:
    await store.write(ferries(make_article(published_at=None, outlet=None)))
    assert (await store.write(ferries())).outcome == "updated"
    assert (await store.write(ferries(make_article(published_at=None, outlet=None)))).outcome == "unchanged"
    row = (await store.read(catalogue()["article"], {"article": make_article().id}))[0]
    assert (row["outlet"], row["published_at"]) == ("The Post", "2031-03-05")


@pytest.mark.parametrize(
    ("outlet", "outcome"),
    [("The Post", "duplicate"), ("THE POST", "duplicate"), (None, "duplicate"), ("The Herald", "created")],
)
async def test_the_same_text_at_another_address(store: GraphStore, outlet: str | None, outcome: str) -> None:
    await store.write(ferries())
    copy = make_article(url="https://copies.example/1", outlet=outlet)
    before = await store.counts()
    result = await store.write(ferries(copy))
    assert result.outcome == outcome
    if outcome == "duplicate":
        assert result.same_as == make_article().id
        assert await store.counts() == before


async def test_an_article_that_becomes_a_copy_goes(store: GraphStore) -> None:
    address = "https://post.example/second"
    await store.write(ferries())
    await store.write(Extraction(article=make_article("Something else.", address), extractor=EXTRACTOR))
    result = await store.write(ferries(make_article(url=address)))
    assert (result.outcome, result.same_as) == ("duplicate", make_article().id)
    assert len(await store.read(catalogue()["articles"])) == 1
    assert (await store.write(ferries(make_article(url=address)))).outcome == "duplicate"


async def test_an_outlet_that_becomes_known_may_make_a_copy(store: GraphStore) -> None:
    address = "https://herald.example/1"
    await store.write(ferries())
    await store.write(ferries(make_article(url=address, outlet="The Herald")))
    result = await store.write(ferries(make_article(url=address, outlet="The Post")))
    assert (result.outcome, result.same_as) == ("duplicate", make_article().id)


async def test_standing_tells_what_a_write_would_leave(store: GraphStore) -> None:
    article = make_article()
    assert await store.standing(article, EXTRACTOR) is None
    await store.write(ferries())
    unchanged = await store.standing(article, EXTRACTOR)
    assert unchanged is not None
    assert unchanged.outcome == "unchanged"
    assert await store.standing(article, "by-hand/2") is None
    assert await store.standing(make_article(title="Other"), EXTRACTOR) is None
    copy = await store.standing(make_article(url="https://copies.example/1"), EXTRACTOR)
    assert copy is not None
    assert copy.outcome == "duplicate"


async def test_known_articles(store: GraphStore) -> None:
    extraction = ferries()
    await store.write(extraction)
    known = await store.known_articles([extraction.article.id, "article:0"])
    assert [(id_, extractor) for id_, (_, extractor) in known.items()] == [(extraction.article.id, EXTRACTOR)]


async def test_the_order_of_articles_does_not_matter(store: GraphStore, driver: neo4j.Driver) -> None:
    spellings = [called("JANE DOE", "Doe"), called("Jane Doe"), called("Jane Döe", "Jane"), called("jane doe")]
    hashes = set()
    for order in (spellings, spellings[::-1]):
        driver.execute_query("MATCH (n:Article|Entity) DETACH DELETE n")
        for article, entity in order:
            await store.write(mention_of(article, entity))
        hashes.add(await store.graph_hash())
    assert len(hashes) == 1
    row = (await store.read(catalogue()["entity"], {"entity": "person:jane-doe"}))[0]
    assert (row["name"], row["articles"]) == ("jane doe", 4)
    assert row["aliases"] == ["Doe", "JANE DOE", "Jane", "Jane Doe", "Jane Döe", "jane doe"]


async def test_a_spelling_goes_with_its_article(store: GraphStore) -> None:
    (first, loud), (second, quiet) = called("JANE DOE", "Doe"), called("Jane Doe")
    await store.write(mention_of(second, quiet))
    graph = await store.graph_hash()
    await store.write(mention_of(first, loud))
    await store.write(mention_of(first, extractor="by-hand/2"))
    await store.write(mention_of(first, loud, extractor="by-hand/3"))
    row = (await store.read(catalogue()["entity"], {"entity": "person:jane-doe"}))[0]
    assert row["aliases"] == ["Doe", "JANE DOE", "Jane Doe"]
    await store.write(mention_of(first, extractor="by-hand/4"))
    row = (await store.read(catalogue()["entity"], {"entity": "person:jane-doe"}))[0]
    assert (row["name"], row["aliases"]) == ("Jane Doe", ["Jane Doe"])
    assert await store.graph_hash() != graph  # the other article is there now


async def test_the_knowledge_base_has_the_last_word(store: GraphStore) -> None:
    guess = called("Norway", "Norge", type_=EntityType.COUNTRY)
    await store.write(ferries())
    await store.write(mention_of(*guess))
    row = (await store.read(catalogue()["entity"], {"entity": "country:norway"}))[0]
    assert (row["known"], row["aliases"], row["wikidata"]) == (True, ["Kingdom of Norway", "Norway"], "Q20")


async def test_statements_of_one_article_wait_for_no_other(store: GraphStore) -> None:
    texts = [TEXT + "Again.\n" * count for count in range(12)]
    articles = [make_article(text, f"https://post.example/{at}") for at, text in enumerate(texts)]
    both = [*articles, *articles]
    results = await asyncio.gather(*(store.write(ferries(article)) for article in both))
    assert sorted(result.outcome for result in results) == ["created"] * 12 + ["unchanged"] * 12
    for version in range(2, 5):
        again = await asyncio.gather(*(store.write(ferries(article, f"by-hand/{version}")) for article in both))
        assert sorted(result.outcome for result in again) == ["unchanged"] * 12 + ["updated"] * 12
    assert [row for row in await store.doctor() if row.violations] == []


async def test_copies_that_arrive_together_are_one(store: GraphStore) -> None:
    copies = [make_article(url=f"https://copies.example/{at}") for at in range(8)]
    results = await asyncio.gather(*(store.write(ferries(article)) for article in copies))
    assert sorted(result.outcome for result in results) == ["created"] + ["duplicate"] * 7
    assert len(await store.read(catalogue()["articles"])) == 1


async def test_a_contradiction_is_not_written(store: GraphStore) -> None:
    extraction = ferries()
    before = await store.counts()
    with pytest.raises(BadExtraction, match="person:ida-lund"):
        await store.write(extraction.model_copy(update={"entities": extraction.entities[1:]}))
    assert await store.counts() == before


async def test_names_resolve(store: GraphStore) -> None:
    await store.write(ferries())
    assert await store.resolve("IDA  lund") == "person:ida-lund"
    assert await store.resolve("kingdom of norway") == "country:norway"
    assert await store.resolve("country:norway") == "country:norway"
    found = await store.find_entities("Norway")
    assert [(row["id"], row["type"], row["wikidata"], row["statements"]) for row in found] == [
        ("country:norway", "Country", "Q20", 0)
    ]


async def test_an_ambiguous_name_comes_with_candidates(store: GraphStore) -> None:
    for each in (called("Ida Lund", "Lund"), called("Per Lund", "Lund")):
        await store.write(mention_of(*each))
    with pytest.raises(AmbiguousName, match="Ida Lund") as caught:
        await store.resolve("Lund")
    assert {row["id"] for row in caught.value.candidates} == {"person:ida-lund", "person:per-lund"}


async def test_a_name_within_one_article_gives_way(store: GraphStore) -> None:
    article, entity = called("Lund")
    await store.write(mention_of(article, entity.model_copy(update={"id": "person:lund~0123abcd"})))
    assert await store.resolve("Lund") == "person:lund~0123abcd"
    await store.write(mention_of(*called("Ida Lund", "Lund")))
    assert await store.resolve("Lund") == "person:ida-lund"


@pytest.mark.parametrize("name", ["Ida Lundt", "Lund", "ida", 'Lund" OR "x', "person:ida", "Ида", "~*?", "\\"])
async def test_an_unknown_name_says_so(store: GraphStore, name: str) -> None:
    await store.write(ferries())
    with pytest.raises(UnknownName):
        await store.resolve(name)


async def test_a_slip_of_the_hand_gets_a_suggestion(store: GraphStore) -> None:
    await store.write(ferries())
    with pytest.raises(UnknownName, match="Did you mean Ida Lund") as caught:
        await store.resolve("Ida Lundt")
    assert caught.value.suggestions[0]["id"] == "person:ida-lund"


async def test_an_empty_name_is_refused(store: GraphStore) -> None:
    with pytest.raises(BadParameter):
        await store.resolve("  ")


async def test_a_server_that_is_away_is_said_to_be_within_two_seconds() -> None:
    settings = Settings(_env_file=None, NEO4J_URI="bolt://127.0.0.1:9", NEO4J_PASSWORD="x")
    async with GraphStore.open(settings) as store:
        for attempt in (store.ping(), store.write(ferries()), store.resolve("Ida"), store.migrate()):
            started = time.monotonic()
            with pytest.raises(StoreUnavailable):
                await attempt
            assert time.monotonic() - started < 2


async def test_a_server_that_never_answers_is_away_too() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        settings = Settings(_env_file=None, NEO4J_URI=f"bolt://127.0.0.1:{port}", NEO4J_PASSWORD="x")
        async with GraphStore.open(settings) as store:
            started = time.monotonic()
            with pytest.raises(StoreUnavailable):
                await store.ping()
            assert time.monotonic() - started < 2


async def test_who_gives_up_leaves_no_connection_half_made() -> None:
    settings = Settings(_env_file=None, NEO4J_URI="bolt://127.0.0.1:9", NEO4J_PASSWORD="x")
    async with GraphStore.open(settings) as store:
        for steps in range(12):
            for ask in (store.ping, lambda: store.write(ferries())):
                asking = asyncio.create_task(ask())
                for _ in range(steps):
                    await asyncio.sleep(0)
                asking.cancel()
                await asyncio.wait([asking])
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        gc.collect()
    assert [str(each.message) for each in seen] == []


async def test_who_gives_up_on_a_long_query_does_not_wait_for_it(store_settings: Settings) -> None:
    text = "UNWIND range(1, 10000000) AS x UNWIND range(1, 10000) AS y RETURN sum(x * y) AS sum"
    slow = Query("slow", "Takes hours.", (), ("sum",), text, "read")
    async with GraphStore.open(store_settings.model_copy(update={"query_seconds": 120.0})) as store:
        asking = asyncio.create_task(store.read(slow))
        await asyncio.sleep(0.5)
        asking.cancel()
        await asyncio.wait([asking], timeout=30)
        assert asking.cancelled()


async def test_a_wrong_password_is_not_repeated(store_settings: Settings) -> None:
    settings = Settings(_env_file=None, NEO4J_URI=store_settings.neo4j_uri, NEO4J_PASSWORD="not-the-secret")
    async with GraphStore.open(settings) as store:
        with pytest.raises(StoreUnavailable, match="refuses the user or the password") as caught:
            await store.ping()
    assert "not-the-secret" not in str(caught.value)


async def test_undated_articles_come_last(store: GraphStore) -> None:
    for day in (date(2031, 1, 2), None, date(2031, 1, 3)):
        article = make_article(TEXT + f"{day}\n", f"https://post.example/{day}", published_at=day)
        await store.write(ferries(article))
    rows = await store.read(catalogue()["articles"])
    assert [row["published_at"] for row in rows] == ["2031-01-03", "2031-01-02", None]
    statements = await store.read(catalogue()["statements"])
    assert [row["published_at"] for row in statements] == ["2031-01-03"] * 3 + ["2031-01-02"] * 3 + [None] * 3
