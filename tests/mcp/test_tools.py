"""The tools as a model's client sees them: over standard input and output, over HTTP, and in this process."""

import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters
from mcp.shared.exceptions import MCPError
from starlette.responses import PlainTextResponse

from graph_service.api.dependencies import Graph
from graph_service.ids import entity_id
from graph_service.keys import KeyRing, Scope
from graph_service.mcp.access import KeyMiddleware
from graph_service.mcp.reader import Reader
from graph_service.mcp.server import create_server
from graph_service.mcp.tools import TOOLS
from graph_service.models import EntityType
from graph_service.queries import catalogue
from graph_service.settings import Access, Settings
from graph_service.store import GraphStore
from graph_service.store.local import Connection
from tests.cli.graphs import fill, settings_of
from tests.handmade import TALKS, many, namesake, talks
from tests.store.examples import ferries

pytestmark = pytest.mark.anyio
COMMAND = Path(sys.executable).with_name("graph-service")
ADA = entity_id(EntityType.PERSON, "Ada Novak")


@pytest.fixture(scope="module")
def told(neo4j_server: Connection) -> Connection:
    """A graph of four small articles, for a module that only reads."""
    fill(neo4j_server, talks(), namesake(), many(3), ferries())
    return neo4j_server


def environment(server: Connection) -> dict[str, str]:
    return {
        **os.environ,
        "NEO4J_URI": server.uri,
        "NEO4J_PASSWORD": server.password.get_secret_value(),
        "GRAPH_SERVICE_QUERY_SECONDS": "120",
        "GRAPH_SERVICE_CONNECT_SECONDS": "15",
    }


@asynccontextmanager
async def tools(settings: Settings) -> AsyncIterator[Client]:
    """A client of the tools in this process."""
    async with GraphStore.open(settings) as store, Client(create_server(Reader(Graph(store)))) as client:
        yield client


async def answer(client: Client, tool: str, **arguments: Any) -> tuple[dict[str, Any], str]:
    """What a tool found, and its text."""
    result = await client.call_tool(tool, arguments)
    assert not result.is_error, result.content
    return result.structured_content, result.content[0].text  # type: ignore[union-attr]


async def refusal(client: Client, tool: str, **arguments: Any) -> tuple[dict[str, Any], str]:
    """How a tool refuses."""
    result = await client.call_tool(tool, arguments)
    assert result.is_error
    return result.structured_content, result.content[0].text  # type: ignore[union-attr]


async def test_over_standard_input_and_output(told: Connection) -> None:
    parameters = StdioServerParameters(command=str(COMMAND), args=["mcp"], env=environment(told))
    async with Client(parameters) as client:
        listed = (await client.list_tools()).tools
        assert [tool.name for tool in listed] == [tool.name for tool in TOOLS]
        found, text = await answer(client, "who_said_what", speaker="Ada Novak")
        (row,) = found["rows"]
        assert row["text"] == "We will sign the treaty,"
        assert TALKS.text[row["start"] : row["end"]] == row["text"]
        for cited in (
            "The Harbour Post",
            "Talks in Oslo",
            "2031-03-05",
            f"{row['start']}-{row['end']}",
            row["statement"],
        ):
            assert cited in text


async def test_over_http_on_this_machine_only(told: Connection) -> None:
    command = [str(COMMAND), "mcp", "--http", "--port", "0"]
    with subprocess.Popen(command, env=environment(told), stderr=subprocess.PIPE, text=True) as process:  # noqa: ASYNC220
        try:
            assert process.stderr
            url = process.stderr.readline().removeprefix("The tools are at ").strip().removesuffix(".")
            assert url.startswith("http://127.0.0.1:")
            async with Client(url) as client:
                found, _ = await answer(client, "search", q="treaty", by="words")
                assert [row["speaker"] for row in found["rows"]] == ["Ada Novak"]
            async with httpx.AsyncClient() as browser:
                elsewhere = {"Origin": "https://elsewhere.example", "Accept": "application/json, text/event-stream"}
                refused = await browser.post(url, json={"jsonrpc": "2.0", "id": 1, "method": "ping"}, headers=elsewhere)
                assert refused.status_code == 403
        finally:
            process.terminate()


async def test_over_http_with_keys(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, access=Access.KEYS, keys_file=tmp_path / "keys.json")
    secrets = [KeyRing(settings).create(scope, [scope])[1].get_secret_value() for scope in (Scope.READ, Scope.INGEST)]
    app = KeyMiddleware(PlainTextResponse("through"), settings)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://tools") as client:
        answers = [
            await client.get("/mcp", headers=headers)
            for headers in ({}, *({"Authorization": f"Bearer {each}"} for each in (*secrets, "gsk_nonsense")))
        ]
    assert [each.status_code for each in answers] == [401, 200, 403, 401]
    assert answers[1].text == "through"
    assert answers[0].headers["WWW-Authenticate"] == "Bearer"


async def test_every_tool_says_what_it_is_for(told: Connection) -> None:
    async with tools(settings_of(told)) as client:
        for tool in (await client.list_tools()).tools:
            assert tool.annotations
            assert tool.annotations.read_only_hint
            assert len(tool.description or "") > 100
            assert tool.input_schema["additionalProperties"] is False
            assert all(len(each["description"]) > 8 for each in tool.input_schema["properties"].values())


async def test_who_said_what_takes_every_filter(told: Connection) -> None:
    async with tools(settings_of(told)) as client:
        for arguments, speakers in (
            ({"about": "Ada Novak"}, ["Ben Ortiz"]),
            ({"to": "Ben Ortiz"}, ["Ada Novak"]),
            ({"reported_by": "Kestrel News"}, ["a diplomat"]),
            ({"type": "direct", "until": "2031-03-05", "outlet": "The Harbour Post"}, ["Ada Novak"]),
            ({"since": "2031-03-07", "modality": "assertion", "limit": 1}, ["Lena Brandt"]),
        ):
            found, text = await answer(client, "who_said_what", **arguments)
            assert [row["speaker"] for row in found["rows"]] == speakers, arguments
            assert text
        negative, _ = await answer(client, "who_said_what", stance="negative")
        assert negative["rows"]
        assert all("negative" in row["stances"] for row in negative["rows"])


async def test_pages_follow_each_other(told: Connection) -> None:
    async with tools(settings_of(told)) as client:
        whole, _ = await answer(client, "who_said_what", limit=100)
        rows: list[dict[str, Any]] = []
        cursor: dict[str, Any] = {}
        while True:
            page, text = await answer(client, "who_said_what", limit=2, **cursor)
            rows += page["rows"]
            if page["next"] is None:
                break
            assert page["next"] in text
            cursor = {"cursor": page["next"]}
        assert rows == whole["rows"]
        _, why = await refusal(client, "who_said_what", limit=2, speaker="Ada Novak", **cursor)
        assert "another question" in why


async def test_an_entity_with_whom_it_is_linked(told: Connection) -> None:
    async with tools(settings_of(told)) as client:
        found, text = await answer(client, "entity", entity="ADA NOVAK")
        assert found["entity"]["id"] == ADA
        assert "Ben Ortiz" in {row["name"] for row in found["adjacent"]}
        assert "Ben Ortiz" in text


async def test_evidence_of_all_three_kinds(told: Connection) -> None:
    async with tools(settings_of(told)) as client:
        found, _ = await answer(client, "who_said_what", speaker="Ada Novak")
        id_ = found["rows"][0]["statement"]
        record, text = await answer(client, "evidence", statement=id_)
        assert record["rows"][0]["cue_spans"]
        assert "told" in text
        between, _ = await answer(client, "evidence", one="Ada Novak", other="Ben Ortiz")
        assert {row["speaker"] for row in between["rows"]} == {"Ada Novak", "Ben Ortiz"}
        related, text = await answer(client, "relations", type="USES_WEAPON")
        relation = related["rows"][0]["relation"]
        assert relation in text
        places, text = await answer(client, "evidence", relation=relation)
        assert places["rows"][0]["sentence"] in text.replace(" ", " ")


async def test_speakers_side_by_side(told: Connection) -> None:
    async with tools(settings_of(told)) as client:
        found, text = await answer(client, "compare_speakers", speakers=["Ben Ortiz", "Lena Brandt"], quotes=2)
        ben, lena = found["speakers"]
        assert (ben["statements"], lena["statements"]) == (1, 3)
        assert ben["stances"] == {"neutral": 1}
        assert len(lena["quotes"]) == 2
        assert lena["first_said"] == lena["last_said"] == "2031-03-07"
        assert "Lena Brandt" in text
        found, _ = await answer(client, "compare_speakers", speakers=["Ben Ortiz", "Lena Brandt"], about=ADA)
        assert [each["statements"] for each in found["speakers"]] == [1, 0]


async def test_a_timeline(told: Connection) -> None:
    async with tools(settings_of(told)) as client:
        found, text = await answer(client, "timeline", speaker="Lena Brandt", bucket="month")
        assert found["rows"] == [{"period": "2031-03-01", "statements": 3, "articles": 1}]
        assert "2031-03-01" in text


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("who_said_what", {"speaker": "Novak"}, "Give the id"),
        ("who_said_what", {"speaker": "Ada Novac"}, "Did you mean Ada Novak"),
        ("who_said_what", {"speeker": "Ada"}, "The tool who_said_what takes: since, until"),
        ("who_said_what", {"limit": 1000}, "limit: Input should be less than or equal to 100"),
        ("who_said_what", {"since": "soon"}, "since: Input should be a valid date"),
        ("who_said_what", {"stance": "angry"}, "positive"),
        ("who_said_what", {"cursor": "x"}, "not one of this service"),
        ("search", {}, "q: Field required"),
        ("evidence", {}, "give `statement`"),
        ("evidence", {"one": "Ada Novak"}, "give `statement`"),
        ("evidence", {"statement": "statement:0"}, "There is no statement"),
        ("compare_speakers", {"speakers": ["Ada Novak"]}, "at least 2"),
        ("entity", {"entity": "'}) DETACH DELETE n //"}, "is called"),
    ],
)
async def test_what_is_wrong_is_said(told: Connection, tool: str, arguments: dict[str, Any], said: str) -> None:
    async with tools(settings_of(told)) as client:
        _, text = await refusal(client, tool, **arguments)
        assert said in text


async def test_an_ambiguous_name_has_candidates(told: Connection) -> None:
    async with tools(settings_of(told)) as client:
        found, text = await refusal(client, "entity", entity="Novak")
        assert {each["name"] for each in found["candidates"]} == {"Ada Novak", "Ivo Novak"}
        assert all(each["id"] in text for each in found["candidates"])


async def test_an_unknown_tool_is_no_tool(told: Connection) -> None:
    async with tools(settings_of(told)) as client:
        with pytest.raises(MCPError, match="There is no tool delete_everything"):
            await client.call_tool("delete_everything", {})


async def test_neo4j_away_is_said_and_nothing_secret() -> None:
    away = Settings(_env_file=None, NEO4J_URI="bolt://127.0.0.1:9", NEO4J_PASSWORD="no-one-may-see-this")
    async with tools(away) as client:
        found, text = await refusal(client, "search", q="treaty", by="words")
        assert "Neo4j does not answer" in text
        assert "no-one-may-see-this" not in text + json.dumps(found)


async def test_the_tools_ask_public_queries_only(told: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[str] = set()
    read = GraphStore.read

    async def noted(self: GraphStore, query: Any, raw: Any = None) -> Any:
        asked.add(f"{query.group}/{query.name}")
        return await read(self, query, raw)

    monkeypatch.setattr(GraphStore, "read", noted)
    async with tools(settings_of(told)) as client:
        await answer(client, "compare_speakers", speakers=[ADA, "Ben Ortiz"])
        await answer(client, "entity", entity="Norway")
        await answer(client, "timeline", speaker=ADA)
    assert {each for each in asked if not each.startswith("read/")} <= {"admin/canonical_entity"}
    assert {each.partition("/")[2] for each in asked} & set(catalogue())
