"""Typed Cypher: what only reads is answered, and nothing else runs."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import neo4j
import pytest

from graph_service.errors import CypherRefused
from graph_service.keys import KeyRing, Scope
from graph_service.settings import Settings
from graph_service.store import GraphStore
from graph_service.store.guard import MOST_BYTES, check_plan, check_text
from tests.api.corpus import bombs, mutations, queries
from tests.handmade import many, namesake, talks
from tests.running import running

pytestmark = pytest.mark.anyio
HOSTILE, LEGITIMATE = queries("hostile"), queries("legitimate")
PARAMS = {"names": ["Ada Novak"], "address": "http://127.0.0.1:1/"}


def verdict(session: neo4j.Session, text: str) -> str | None:
    """Why a text is refused by the guard or by Neo4j's own parser; none where it would run."""
    try:
        check_text(text)
        planned = session.run(neo4j.Query("EXPLAIN " + text, timeout=60), PARAMS).consume()
        check_plan(planned.plan or {}, planned.query_type)
    except CypherRefused as error:
        return str(error)
    except neo4j.exceptions.ClientError as error:
        # neither does Neo4j understand it
        return f"Neo4j: {error.code}"
    return None


@pytest.fixture
def reading(store: GraphStore, driver: neo4j.Driver) -> Iterator[neo4j.Session]:
    with driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
        yield session


def test_the_corpus_is_large() -> None:
    assert len(set(HOSTILE)) >= 150
    assert len(set(LEGITIMATE)) >= 50


async def test_nothing_hostile_gets_through(reading: neo4j.Session) -> None:
    assert [text for text in HOSTILE if verdict(reading, text) is None] == []


async def test_no_other_way_to_write_it_gets_through(reading: neo4j.Session) -> None:
    # every query in ways of its own, so that all ways meet all kinds
    written = [text for number, query in enumerate(HOSTILE) for text in list(mutations(query, number))[number % 3 :: 3]]
    assert len(written) > 400
    assert [text for text in written if verdict(reading, text) is None] == []


async def test_what_researchers_ask_is_not_refused(reading: neo4j.Session) -> None:
    verdicts = {text: verdict(reading, text) for text in LEGITIMATE}
    assert {text: why for text, why in verdicts.items() if why} == {}


@pytest.mark.parametrize("name", bombs())
def test_what_would_keep_the_planner_busy_never_reaches_it(name: str) -> None:
    with pytest.raises(CypherRefused):
        check_text(bombs()[name])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SHOW SETTINGS", "ShowSettings"),
        ("CALL dbms.listConfig()", "It may call: db.index"),
        ("CALL dbms.components()", "dbms.components"),
        ("LOAD CSV FROM 'file:///x' AS row RETURN row", "LoadCSV"),
        ("MATCH (n) WHERE n.name =~ 'x' RETURN n", "CONTAINS"),
        ("RETURN reduce(a = 0, x IN [1] | a + x) AS x", "reduce()"),
        ("RETURN apoc.version() AS x", "apoc.version()"),
        ("PROFILE RETURN 1 AS x", "Leave it out"),
        ("RETURN '" + "x" * MOST_BYTES + "' AS x", "parameters"),
    ],
)
async def test_a_refusal_says_what_it_is_and_what_to_do(reading: neo4j.Session, text: str, said: str) -> None:
    assert said in str(verdict(reading, text))


def test_an_operator_that_nobody_knows_is_refused() -> None:
    with pytest.raises(CypherRefused, match="ReadYourMail"):
        check_plan({"operatorType": "ReadYourMail@neo4j"}, "r")


# --- over HTTP --------------------------------------------------------------------------------------------------------


@pytest.fixture
def typed_settings(store_settings: Settings, tmp_path: Path) -> Settings:
    """Settings of a service that takes typed Cypher."""
    wanted = {"cypher": True, "cypher_seconds": 30.0, "keys_file": tmp_path / "keys.json", "rate_cypher": "0"}
    return store_settings.model_copy(update=wanted)


@pytest.fixture
def headers(typed_settings: Settings) -> dict[str, str]:
    """What a request brings that may type Cypher."""
    _, secret = KeyRing(typed_settings).create("tests", [Scope.CYPHER])
    return {"Authorization": f"Bearer {secret.get_secret_value()}"}


@pytest.fixture
async def typing(
    store: GraphStore, typed_settings: Settings, headers: dict[str, str]
) -> AsyncIterator[httpx.AsyncClient]:
    """A client that may type Cypher, on a graph with small articles."""
    for each in (talks(), namesake(), many(30)):
        await store.write(each)
    async with running(typed_settings) as client:
        client.headers.update(headers)
        yield client


async def ask(client: httpx.AsyncClient, query: str, **more: object) -> httpx.Response:
    return await client.post("/v1/cypher", json={"query": query, **more}, timeout=120)


async def test_rows_come_as_json_and_no_more_than_wanted(typing: httpx.AsyncClient) -> None:
    answer = await ask(typing, "MATCH (p:Person {name: $name}) RETURN p.name AS name", params={"name": "Ada Novak"})
    assert answer.json() == {"columns": ["name"], "rows": [{"name": "Ada Novak"}], "truncated": False}
    answer = await ask(typing, "MATCH (s:Statement) RETURN s", limit=3)
    assert (len(answer.json()["rows"]), answer.json()["truncated"]) == (3, True)
    assert answer.json()["rows"][0]["s"]["labels"] == ["Statement"]
    answer = await ask(typing, "RETURN 0.0 / 0.0 AS x, date('2031-03-05') AS day")
    assert answer.json()["rows"] == [{"x": "NaN", "day": "2031-03-05"}]


async def test_mistakes_are_explained(typing: httpx.AsyncClient) -> None:
    for query, said in (
        ("RETURN 1 / 0 AS x", "by zero"),
        ("RETRUN 1", "Invalid input"),
        ("RETURN $x AS x", "parameter"),
    ):
        answer = await ask(typing, query)
        assert (answer.status_code, answer.json()["type"]) == (422, "urn:graph-service:bad-cypher")
        assert said in answer.json()["detail"]
    assert (await ask(typing, "RETURN $x AS x", params={"x": 2**70})).status_code == 422
    answer = await ask(typing, "MATCH (n) DETACH DELETE n")
    assert (answer.status_code, answer.json()["type"]) == (422, "urn:graph-service:cypher-refused")
    assert (await ask(typing, "MATCH (s:Statement) RETURN count(s) AS n")).json()["rows"] == [{"n": 34}]


async def test_an_answer_is_cut_at_its_bytes_and_at_the_memory(
    store: GraphStore, typed_settings: Settings, headers: dict[str, str]
) -> None:
    await store.write(many(30))
    async with running(typed_settings.model_copy(update={"cypher_bytes": 500})) as client:
        client.headers.update(headers)
        answer = await ask(client, "MATCH (s:Statement) RETURN s.text AS text")
        assert answer.json()["truncated"]
        assert 5 < len(answer.json()["rows"]) < 20
        doubled = "MATCH (a:Article) WITH collect(a) AS l" + " WITH l + l AS l" * 22 + " RETURN l"
        # one row of gigabytes: Neo4j or the reader's own bound ends it, and the service is there afterwards
        assert (await ask(client, doubled)).status_code in (422, 504)
        assert (await ask(client, "RETURN 1 AS x")).json()["rows"] == [{"x": 1}]


async def test_what_cannot_be_stopped_is_answered_in_time_and_keeps_its_place(
    store: GraphStore, typed_settings: Settings, headers: dict[str, str]
) -> None:
    # twice as much is looked through as the time allows, whatever the machine
    bomb = "WITH [1] AS l" + " WITH l + l AS l" * 24 + " RETURN size([x IN l WHERE x > 1]) AS x"
    async with running(typed_settings.model_copy(update={"cypher_seconds": 1.0, "cypher_places": 1})) as client:
        client.headers.update(headers)
        assert (await ask(client, "RETURN 1 AS x")).status_code in (200, 504)
        async with asyncio.timeout(20):
            answer = await ask(client, bomb)
        assert answer.status_code == 504
        # as soon as Neo4j is done the place is free
        async with asyncio.timeout(120):
            while (answer := await ask(client, "RETURN 1 AS x")).status_code != 200:
                assert answer.status_code in (429, 504)
                assert answer.status_code == 504 or int(answer.headers["retry-after"]) > 0
                await asyncio.sleep(0.3)


async def test_no_more_run_at_once_than_there_are_places(
    store: GraphStore, typed_settings: Settings, headers: dict[str, str]
) -> None:
    await store.write(many(30))
    # Neo4j can stop it, so that the places are free when the answers come
    long = "MATCH (a), (b), (c), (d), (e), (f), (g) RETURN count(a.id + g.id) AS x"
    async with running(typed_settings.model_copy(update={"cypher_seconds": 6.0})) as client:
        client.headers.update(headers)
        await ask(client, "RETURN 1 AS x")
        answers = await asyncio.gather(*(ask(client, long) for _ in range(3)))
        assert sorted(each.status_code for each in answers) == [429, 504, 504]
        assert all("urn:graph-service:" in each.json()["type"] for each in answers)


async def test_without_a_key_or_where_it_is_off_nothing_runs(
    store: GraphStore, typed_settings: Settings, headers: dict[str, str]
) -> None:
    _, reader = KeyRing(typed_settings).create("reads", [Scope.READ, Scope.ADMIN, Scope.INGEST])
    async with running(typed_settings) as client:
        assert (await ask(client, "RETURN 1 AS x")).status_code == 401
        client.headers["Authorization"] = f"Bearer gsk_0123456789_{secrets.token_urlsafe(32)}"
        assert (await ask(client, "RETURN 1 AS x")).status_code == 401
        client.headers["Authorization"] = f"Bearer {reader.get_secret_value()}"
        answer = await ask(client, "RETURN 1 AS x")
        assert answer.status_code == 403
        assert "cypher" in answer.json()["detail"]
    async with running(typed_settings.model_copy(update={"cypher": False})) as client:
        client.headers.update(headers)
        answer = await ask(client, "RETURN 1 AS x")
        assert answer.status_code == 404
