"""The contract of the catalogue: every file plans on the real server, and gives what its header says."""

import dataclasses
import logging
from collections.abc import Iterator
from datetime import date

import neo4j
import pytest

from graph_service.models import EntityType, JudgementKind
from graph_service.queries import Query, catalogue
from graph_service.queries.text import without
from graph_service.store import GraphStore
from graph_service.store.judgements import NewJudgement
from graph_service.store.local import Connection
from tests.store.examples import (
    TEXT,
    denial,
    ferries,
    make_article,
    make_entity,
    make_statement,
    mention_of,
    misquote,
)

pytestmark = pytest.mark.anyio

GROUPS = ("read", "browser", "write", "jobs", "doctor", "admin")
FILES = [query for group in GROUPS for query in catalogue(group).values()]
READ = list(catalogue().values())


def name(query: Query) -> str:
    return f"{query.group}/{query.name}"


@pytest.fixture
def planner(neo4j_server: Connection) -> Iterator[neo4j.Session]:
    """A session that tells of everything the server finds fault with, but for what an empty graph does not know."""
    auth = (neo4j_server.user, neo4j_server.password.get_secret_value())
    logging.getLogger("neo4j").setLevel(logging.ERROR)
    with (
        neo4j.GraphDatabase.driver(
            neo4j_server.uri, auth=auth, notifications_disabled_classifications=["UNRECOGNIZED"]
        ) as driver,
        driver.session() as session,
    ):
        yield session


@pytest.mark.parametrize("query", FILES, ids=name)
async def test_it_plans_and_returns_what_it_says(query: Query, store: GraphStore, planner: neo4j.Session) -> None:
    result = planner.run(
        "EXPLAIN " + query.text, {param.name: param.example or param.default for param in query.params}
    )
    assert tuple(result.keys()) == query.returns
    summary = result.consume()
    if query.group in ("read", "browser", "doctor"):
        assert summary.query_type == "r"
    faults = [status.status_description for status in summary.gql_status_objects if status.is_notification]
    assert faults == []


@pytest.mark.parametrize("query", READ, ids=name)
async def test_it_runs_on_an_empty_graph_and_on_a_small_one(query: Query, store: GraphStore) -> None:
    raw = {param.name: param.example for param in query.params if param.required}
    assert len(await store.read(query, raw)) == (query.name == "overview")
    extraction = ferries()
    await store.write(extraction)
    await store.write(denial())
    await store.write(misquote())
    await store.judge(NewJudgement(JudgementKind.DISTINCT, "country:norway", "weapon:kestrel", "Kari", "a ship"))
    ours: dict[str, object] = {
        "entity": "country:norway",
        "speaker": "person:ida-lund",
        "about": "country:norway",
        "to": "country:norway",
        "one": "person:ida-lund",
        "other": "weapon:kestrel",
        "article": extraction.article.id,
        # the one that states a relation
        "statement": extraction.statements[2].id,
        "statements": [extraction.statements[0].id],
        "name": "norway",
        "relation": (await store.read(catalogue()["relations"], {}))[0]["relation"],
    }
    rows = await store.read(query, {each: ours[each] for each in raw})
    assert rows != []
    assert all(tuple(row) == query.returns for row in rows)


# --- the questions ----------------------------------------------------------------------------------------------------


@pytest.fixture
async def week(store: GraphStore) -> GraphStore:
    """A graph with the same small article on seven days, and once without a date."""
    for number in range(1, 9):
        day = date(2031, 3, number) if number < 8 else None
        article = make_article(
            TEXT + f"{number}\n",
            f"https://post.example/{number}",
            published_at=day,
            outlet="The Post" if number % 2 else "The Herald",
        )
        await store.write(ferries(article))
    return store


# a question to `statements`, and how many rows of the week answer it
QUESTIONS: list[tuple[dict[str, object], int]] = [
    ({}, 24),
    ({"speaker": "person:ida-lund"}, 16),
    ({"about": "weapon:kestrel"}, 16),
    ({"about": "weapon:kestrel", "speaker": "person:ida-lund"}, 8),
    ({"about": "weapon:kestrel", "speaker": "person:ida-lund", "type": "mixed"}, 0),
    ({"to": "country:norway"}, 8),
    ({"to": "country:norway", "speaker": "country:norway"}, 0),
    ({"reported_by": "person:ida-lund"}, 0),
    ({"type": "direct"}, 8),
    ({"modality": "denial"}, 0),
    ({"stance": "negative"}, 8),
    ({"stance": "negative", "about": "weapon:kestrel"}, 8),
    ({"stance": "negative", "about": "person:ida-lund"}, 0),
    ({"stance": "neutral", "speaker": "person:ida-lund"}, 16),
    ({"nested": True}, 8),
    ({"nested": False, "speaker": "person:ida-lund"}, 8),
    ({"outlet": "The Herald"}, 12),
    ({"outlet": "The Herald", "speaker": "person:ida-lund"}, 8),
    ({"since": "2031-03-06"}, 6),
    ({"until": "2031-03-02"}, 6),
    ({"since": "2031-03-03", "until": "2031-03-04", "speaker": "person:ida-lund"}, 4),
    ({"q": "ferry leaves"}, 8),
    ({"q": "FERRIES"}, 8),
    ({"q": "ferry Kestrel"}, 0),
    ({"q": "kestrel", "speaker": "person:ida-lund"}, 8),
    ({"q": "kestrel", "about": "country:norway"}, 0),
    ({"q": 'ferry" OR "kestrel'}, 0),
    ({"q": "the"}, 0),
    ({"q": "\\ * ? ~ : ("}, 0),
    ({"q": "+ferry -ferry"}, 8),
    ({"article": "article:0"}, 0),
]


async def test_filters_of_statements(week: GraphStore) -> None:
    query = catalogue()["statements"]
    found = [(raw, len(await week.read(query, {**raw, "limit": 100}))) for raw, _ in QUESTIONS]
    assert found == QUESTIONS


async def test_facets_count_what_the_filters_find(week: GraphStore) -> None:
    query = catalogue()["statement_facets"]
    counted = [(raw, await week.read(query, raw)) for raw, _ in QUESTIONS]
    assert [(raw, next((row["statements"] for row in rows), 0)) for raw, rows in counted] == QUESTIONS


async def test_what_is_left_out_of_a_query_changes_no_answer(week: GraphStore) -> None:
    for name in ("statements", "statement_facets"):
        query = catalogue()[name]
        whole = dataclasses.replace(query, text=without(query.text, frozenset()))
        for raw, _ in QUESTIONS:
            assert await week.read(query, raw) == await week.read(whole, raw), (name, raw)


async def test_a_facet_counts_what_choosing_it_finds(week: GraphStore) -> None:
    facets, statements = catalogue()["statement_facets"], catalogue()["statements"]
    filters = {"speaker": "person:ida-lund"}
    rows = [row for row in await week.read(facets, filters) if row["facet"] not in ("all", "month")]
    found = [
        len(await week.read(statements, {**filters, str(row["facet"]): row["value"], "limit": 100})) for row in rows
    ]
    assert found == [row["statements"] for row in rows]
    assert {row["facet"] for row in rows} == {"speaker", "about", "to", "outlet", "type", "modality", "stance"}


async def test_the_newest_are_counted(week: GraphStore) -> None:
    rows = await week.read(catalogue()["statement_facets"], {"among": 3})
    assert [(row["label"], row["statements"]) for row in rows if row["facet"] in ("all", "month")] == [
        (None, 3),
        ("2031-03", 3),
    ]


async def test_stances_over_time(week: GraphStore) -> None:
    query = catalogue()["statements_over_time"]
    rows = await week.read(query, {"about": "weapon:kestrel", "bucket": "month"})
    assert rows == [{"period": "2031-03-01", "statements": 14, "positive": 0, "negative": 7, "articles": 7}]
    rows = await week.read(query, {"speaker": "person:ida-lund", "outlet": "The Post", "bucket": "year"})
    assert [(row["period"], row["statements"], row["articles"]) for row in rows] == [("2031-01-01", 8, 4)]
    assert len(await week.read(query, {"bucket": "day"})) == 7


LISTS: list[tuple[str, dict[str, object], str]] = [
    ("statements", {}, "statement"),
    ("statements", {"speaker": "person:ida-lund"}, "statement"),
    ("statements", {"speaker": "person:ida-lund", "about": "weapon:kestrel"}, "statement"),
    ("statements", {"speaker": "person:ida-lund", "nested": False}, "statement"),
    ("statements", {"about": "weapon:kestrel"}, "statement"),
    ("statements", {"outlet": "The Herald"}, "statement"),
    ("statements", {"outlet": "The Herald", "type": "direct"}, "statement"),
    ("statements", {"q": "kestrel"}, "statement"),
    ("statements", {"q": "kestrel", "speaker": "person:ida-lund"}, "statement"),
    ("statements", {"since": "2031-03-02", "type": "direct"}, "statement"),
    ("statements_about", {"about": "country:norway"}, "statement"),
    ("evidence", {"one": "weapon:kestrel", "other": "person:ida-lund"}, "statement"),
    ("articles", {}, "id"),
    ("articles", {"mentions": "country:norway"}, "id"),
    ("entities", {}, "id"),
    ("entities", {"name": "the"}, "id"),
]


async def test_pages_leave_nothing_out_and_repeat_nothing(week: GraphStore) -> None:
    for name, raw, key in LISTS:
        query = catalogue()[name]
        whole = [row[key] for row in await week.read(query, {**raw, "limit": 100})]
        walked: list[object] = []
        after: dict[str, object] = {}
        while rows := await week.read(query, {**raw, **after, "limit": 3}):
            walked += [row[key] for row in rows]
            after = {"after": query.after(rows[-1])}
        assert walked == whole, (name, raw)
        assert len(set(walked)) == len(walked) >= 2, (name, raw)


async def test_a_page_stands_while_articles_come_in(week: GraphStore) -> None:
    query = catalogue()["statements"]
    first = await week.read(query, {"limit": 5})
    newest = make_article(TEXT + "new\n", "https://post.example/new", published_at=date(2031, 4, 1))
    await week.write(ferries(newest))
    second = await week.read(query, {"limit": 100, "after": query.after(first[-1])})
    assert len({row["statement"] for row in first + second}) == 24


async def test_top_speakers(week: GraphStore) -> None:
    rows = await week.read(catalogue()["top_speakers_about"], {"about": "country:norway"})
    assert rows == [
        {
            "speaker": "Ida Lund",
            "speaker_id": "person:ida-lund",
            "speaker_type": "Person",
            "statements": 8,
            "articles": 8,
            "first_said": "2031-03-01",
            "last_said": "2031-03-07",
        }
    ]


async def test_timelines(week: GraphStore) -> None:
    query = catalogue()["speaker_timeline"]
    rows = await week.read(query, {"speaker": "person:ida-lund", "bucket": "week"})
    assert rows == [
        {"period": "2031-02-24", "statements": 4, "articles": 2},
        {"period": "2031-03-03", "statements": 10, "articles": 5},
    ]
    weapons = await week.read(catalogue()["weapon_mentions_over_time"], {"bucket": "month"})
    assert weapons == [
        {
            "period": "2031-03-01",
            "weapon": "Kestrel",
            "weapon_id": "weapon:kestrel",
            "articles": 7,
            "mentions": 7,
            "statements": 14,
        }
    ]


async def test_neighbours(week: GraphStore) -> None:
    rows = await week.read(catalogue()["entity_adjacent"], {"entity": "person:ida-lund"})
    assert {(row["link"], row["id"], row["count"], row["articles"]) for row in rows} == {
        ("said_about", "country:norway", 8, 8),
        ("said_to", "country:norway", 8, 8),
        ("said_about", "weapon:kestrel", 8, 8),
        ("mentioned_with", "country:norway", 8, 8),
        ("mentioned_with", "weapon:kestrel", 8, 8),
    }
    to = await week.read(catalogue()["entity_adjacent"], {"entity": "country:norway", "link": "said_to_by"})
    assert [row["id"] for row in to] == ["person:ida-lund"]


async def test_a_neighbourhood(week: GraphStore) -> None:
    rows = await week.read(catalogue()["entity_neighbourhood"], {"entity": "country:norway"})
    links = {(row["from"], row["link"], row["to"], row["statements"]) for row in rows}
    assert links == {("Ida Lund", "said_about", "Norway", 8), ("Ida Lund", "said_to", "Norway", 8)}


IDA, NORWAY, KESTREL = "person:ida-lund", "country:norway", "weapon:kestrel"
SAID, HOLDS = (IDA, "SPEAKS_ABOUT", NORWAY), (IDA, "HOLDS_ROLE", NORWAY)
# a question to `graph`, and how often each link is there
PICTURES: list[tuple[dict[str, object], dict[tuple[str, ...], int]]] = [
    ({"entity": NORWAY}, {SAID: 8, HOLDS: 8}),
    ({"entity": NORWAY, "types": ["HOLDS_ROLE"]}, {HOLDS: 8}),
    ({"entity": NORWAY, "types": ["SPEAKS_ABOUT"], "since": "2031-03-06"}, {SAID: 2}),
    ({"entity": NORWAY, "until": "2031-02-28"}, {}),
    (
        {"entity": NORWAY, "depth": 2},
        {SAID: 8, HOLDS: 8, (IDA, "SPEAKS_ABOUT", KESTREL): 8, (IDA, "USES_WEAPON", KESTREL): 8},
    ),
    ({"types": ["USES_WEAPON"]}, {(IDA, "USES_WEAPON", KESTREL): 8}),
    ({"article": "article:0"}, {}),
]


async def test_the_links_of_a_picture(week: GraphStore) -> None:
    for raw, links in PICTURES:
        rows = await week.read(catalogue()["graph"], raw)
        assert {(row["from_id"], row["type"], row["to_id"]): row["count"] for row in rows} == links, raw
    [article, *_] = await week.read(catalogue()["articles"], {})
    rows = await week.read(catalogue()["graph"], {"article": article["id"], "types": ["SPEAKS_ABOUT"]})
    assert {(row["to_id"], row["count"]) for row in rows} == {(NORWAY, 1), (KESTREL, 1)}


async def test_co_mentions(week: GraphStore) -> None:
    rows = await week.read(catalogue()["co_mentions"], {"entity": "country:norway", "type": "WeaponSystem"})
    assert [(row["name"], row["articles"], row["mentions"]) for row in rows] == [("Kestrel", 8, 8)]


async def test_a_path(week: GraphStore) -> None:
    rows = await week.read(catalogue()["path_between"], {"one": "country:norway", "other": "weapon:kestrel"})
    assert [(row["step"], row["from"], row["to"]) for row in rows] == [
        (1, "Norway", "Ida Lund"),
        (2, "Ida Lund", "Kestrel"),
    ]
    assert {row["from_link"] for row in rows} <= {"ABOUT", "ADDRESSED_TO", "SAID"}
    assert await week.read(catalogue()["path_between"], {"one": "country:norway", "other": "country:norway"}) == []


async def test_evidence_of_a_kind(week: GraphStore) -> None:
    query, both = catalogue()["evidence"], {"one": "country:norway", "other": "person:ida-lund"}
    assert [len(await week.read(query, {**both, "link": link})) for link in ("about", "to", "reported_by")] == [8, 8, 0]


async def test_one_statement(week: GraphStore) -> None:
    rows = await week.read(catalogue()["statements"], {"type": "direct", "limit": 1})
    row = (await week.read(catalogue()["statement"], {"statement": rows[0]["statement"]}))[0]
    assert row["source"] == "A harbour official"
    assert [each["stance"] for each in row["targets"]] == ["neutral", "negative"]
    assert len(row["nested"]) == 1


NAMES: list[tuple[str, list[str]]] = [
    ("ida", ["person:ida-lund"]),
    ("LUN", ["person:ida-lund"]),
    ("ida lun", ["person:ida-lund"]),
    ("king nor", ["country:norway"]),
    ("idunn", []),
    ("o'ida", []),
    ("ida OR norway", []),
]


async def test_entities_by_parts_of_a_name(week: GraphStore) -> None:
    query = catalogue()["entities"]
    found = [(words, [row["id"] for row in await week.read(query, {"name": words})]) for words, _ in NAMES]
    assert found == NAMES


async def test_quotes_that_differ_between_outlets(store: GraphStore) -> None:
    await store.write(ferries())
    query, raw = catalogue()["quotes_that_differ"], {"speaker": "person:ida-lund"}
    assert await store.read(query, raw) == []
    await store.write(misquote())
    (row,) = await store.read(query, raw)
    assert (row["outlet"], row["other_outlet"]) == ("The Herald", "The Post")
    assert row["overlap"] == pytest.approx(4 / 7, abs=0.001)
    assert await store.read(query, {**raw, "overlap": 0.6}) == []


async def test_who_was_first_to_report(store: GraphStore) -> None:
    words = "No ferry of ours will leave the harbour before Sunday"
    for day, outlet in ((9, "The Herald"), (2, "The Post"), (5, "The Ledger")):
        text = f'Ferries {day}\n"{words}," Ida Lund said.\n'
        article = make_article(text, f"https://a.example/{day}", outlet=outlet, published_at=date(2031, 3, day))
        ida = make_entity(text, EntityType.PERSON, "Ida Lund")
        said = make_statement(article, (f'"{words},"',), text.splitlines()[1], type="direct", speaker=ida.id)
        await store.write(mention_of(article, ida).model_copy(update={"statements": (said,)}))
    (row,) = await store.read(catalogue()["first_to_report"], {"entity": "person:ida-lund"})
    assert (row["outlet"], row["published_at"], row["last_at"]) == ("The Post", "2031-03-02", "2031-03-09")
    assert row["later"] == ["The Ledger", "The Herald"]
