"""One question, five doors: command line, API, tools for models, client and Cypher give the same rows."""

import asyncio
import json
from collections.abc import Iterator
from typing import Any, NamedTuple

import httpx
import neo4j
import pytest
from mcp.client import Client
from typer.testing import CliRunner

from graph_service.api.dependencies import Graph
from graph_service.cli.main import app
from graph_service.client import GraphClient
from graph_service.mcp.reader import Reader
from graph_service.mcp.server import create_server
from graph_service.queries import ParamType, catalogue
from graph_service.settings import Settings
from graph_service.store import GraphStore
from graph_service.store.local import Connection
from tests.cli.graphs import fill, settings_of
from tests.handmade import many, namesake, talks
from tests.serving import serving
from tests.store.examples import ferries

Rows = list[dict[str, Any]]


class Asked(NamedTuple):
    """A question: a named query, its parameters, and the tool that asks it."""

    query: str
    parameters: dict[str, str]
    tool: str


QUESTIONS = [
    Asked("statements", {}, "who_said_what"),
    Asked("statements", {"speaker": "ada novak"}, "who_said_what"),
    Asked("statements", {"about": "Ada Novak", "speaker": "Ben Ortiz"}, "who_said_what"),
    Asked("statements", {"to": "Ben Ortiz"}, "who_said_what"),
    Asked("statements", {"reported_by": "Kestrel News"}, "who_said_what"),
    Asked("statements", {"stance": "negative"}, "who_said_what"),
    Asked("statements", {"type": "direct", "modality": "assertion", "since": "2031-03-06"}, "who_said_what"),
    Asked("statements", {"q": "treaty sign"}, "who_said_what"),
    Asked("evidence", {"one": "Ada Novak", "other": "Ben Ortiz"}, "evidence"),
    Asked("relations", {"type": "USES_WEAPON"}, "relations"),
    Asked("relations", {}, "relations"),
    Asked("speaker_timeline", {"speaker": "Lena Brandt", "bucket": "month"}, "timeline"),
]


class Doors(NamedTuple):
    """All ways into one graph."""

    settings: Settings
    url: str
    server: Connection


@pytest.fixture(scope="module")
def doors(neo4j_server: Connection) -> Iterator[Doors]:
    fill(neo4j_server, talks(), namesake(), many(3), ferries())
    settings = settings_of(neo4j_server)
    with serving(settings) as url:
        yield Doors(settings, url, neo4j_server)


def by_command_line(doors: Doors, asked: Asked) -> Rows:
    environment = {
        "NEO4J_URI": doors.server.uri,
        "NEO4J_PASSWORD": doors.server.password.get_secret_value(),
        "GRAPH_SERVICE_QUERY_SECONDS": "120",
        "GRAPH_SERVICE_CONNECT_SECONDS": "15",
    }
    pairs = [f"{name}={value}" for name, value in asked.parameters.items()]
    words = ["query", asked.query, *pairs]
    if asked.query == "search":
        words = ["search", *asked.parameters.values()]
    shown = CliRunner().invoke(app, [*words, "--json"], env=environment)
    assert shown.exit_code == 0, shown.stderr
    return [json.loads(line) for line in shown.stdout.splitlines()]


def by_api(doors: Doors, asked: Asked) -> Rows:
    path = "search" if asked.query == "search" else f"queries/{asked.query}"
    answer = httpx.get(f"{doors.url}/v1/{path}", params=asked.parameters, timeout=60)
    rows: Rows = answer.raise_for_status().json()["rows"]
    return rows


def by_client(doors: Doors, asked: Asked) -> Rows:
    with GraphClient(doors.url) as client:
        named = client.query(asked.query, **asked.parameters).to_dicts()
        if asked.query not in {"statements", "relations"}:
            return named
        given = {f"{name}_" if name == "type" else name: value for name, value in asked.parameters.items()}
        days = {name: value for name, value in given.items() if name not in {"since", "until"}}
        typed = getattr(client, asked.query)(**days).to_dicts()
        assert [row for row in typed if row in named] == named
        return named


def by_tool(doors: Doors, asked: Asked) -> Rows:
    async def ask() -> Rows:
        async with GraphStore.open(doors.settings) as store, Client(create_server(Reader(Graph(store)))) as client:
            result = await client.call_tool(asked.tool, asked.parameters)
            assert not result.is_error, result.content
            rows: Rows = result.structured_content["rows"]
            return rows

    return asyncio.run(ask())


def by_cypher(doors: Doors, asked: Asked) -> Rows:
    query = catalogue()[asked.query]
    auth = (doors.server.user, doors.server.password.get_secret_value())
    with neo4j.GraphDatabase.driver(doors.server.uri, auth=auth, notifications_min_severity="OFF") as driver:
        entities = {param.name for param in query.params if param.type is ParamType.ENTITY}
        given = {name: _id(driver, value) if name in entities else value for name, value in asked.parameters.items()}
        records = driver.execute_query(query.text, query.bind(given)).records  # type: ignore[arg-type]
        return [record.data() for record in records]


def _id(driver: neo4j.Driver, name: str) -> str:
    found = driver.execute_query("MATCH (e:Entity) WHERE toLower(e.name) = toLower($name) RETURN e.id AS id", name=name)
    (record,) = found.records
    return str(record["id"])


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: f"{asked.query} {asked.parameters}")
def test_every_door_gives_the_same_rows(doors: Doors, asked: Asked) -> None:
    rows = by_cypher(doors, asked)
    assert rows
    assert set(rows[0]) == set(catalogue()[asked.query].returns)
    for door in (by_command_line, by_api, by_client, by_tool):
        assert door(doors, asked) == rows, door.__name__


def test_every_door_finds_the_same(doors: Doors) -> None:
    asked = Asked("search", {"q": "will the agreement be signed?"}, "search")
    rows = by_command_line(doors, asked)
    assert rows[0]["text"] == "We will sign the treaty,"
    assert by_api(doors, asked) == by_tool(doors, asked) == rows
