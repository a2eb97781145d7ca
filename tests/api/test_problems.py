"""Errors without a database: whatever goes wrong, the answer is a problem, and tells nothing it should not."""

import asyncio
import socket
from collections.abc import AsyncIterator

import httpx
import pytest

from graph_service.api import problems
from graph_service.api.middleware import RequestMiddleware
from graph_service.errors import HTTP_STATUS, AmbiguousName, BadParameter, GraphServiceError, StoreUnavailable
from graph_service.settings import Settings
from tests.running import SECRET, running

pytestmark = pytest.mark.anyio


def check(answer: httpx.Response, status: int) -> dict[str, object]:
    """Every problem has the shape of RFC 9457 and gives nothing away."""
    assert answer.status_code == status
    assert answer.headers["content-type"] == problems.MEDIA_TYPE
    body: dict[str, object] = answer.json()
    assert body["status"] == status
    assert body["title"]
    assert body["type"]
    for secret in (SECRET, "127.0.0.1", "bolt", "Traceback", "MATCH", ".py"):
        assert secret not in answer.text
    return body


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nowhere", 404),
        ("GET", "/v1/statements/", 404),
        ("GET", "/docs/../app.py", 404),
        ("GET", "/docs/other.js", 404),
        ("GET", "/v1/queries/nobody_wrote_it", 404),
        ("GET", "/browser/nothing.html", 404),
        ("DELETE", "/v1/statements", 405),
        ("POST", "/healthz", 405),
        ("GET", "/healthz?verbose=1", 422),
        ("GET", "/v1/queries?x=1", 422),
        ("GET", "/v1/statements?speaker=Novak", 503),
        ("GET", "/v1/articles/article:1", 503),
        ("GET", "/readyz", 503),
    ],
)
async def test_every_error_is_a_problem(away: httpx.AsyncClient, method: str, path: str, status: int) -> None:
    check(await away.request(method, path), status)


async def test_a_wrong_method_names_the_right_ones(away: httpx.AsyncClient) -> None:
    assert (await away.put("/v1/statements")).headers["allow"] == "GET"


async def test_neo4j_away_says_when_to_ask_again_and_what_to_do(away: httpx.AsyncClient) -> None:
    async with asyncio.timeout(2):
        answer = await away.get("/v1/statements")
    body = check(answer, 503)
    assert int(answer.headers["retry-after"]) > 0
    assert "graph-service neo4j start" in str(body["detail"])


async def test_readiness_is_told_within_a_second(away: httpx.AsyncClient) -> None:
    async with asyncio.timeout(1):
        check(await away.get("/readyz"), 503)
    assert (await away.get("/healthz")).json() == {"status": "ok"}


async def test_readiness_is_told_within_a_second_when_neo4j_is_silent() -> None:
    # takes connections, and says nothing
    with socket.create_server(("127.0.0.1", 0)) as silent:
        uri = f"bolt://127.0.0.1:{silent.getsockname()[1]}"
        async with running(Settings(_env_file=None, NEO4J_URI=uri)) as client:
            async with asyncio.timeout(1):
                check(await client.get("/readyz"), 503)
            async with asyncio.timeout(2):
                check(await client.get("/v1/statements"), 503)


async def test_a_body_that_says_it_is_too_large_is_not_read(away: httpx.AsyncClient) -> None:
    async def body() -> AsyncIterator[bytes]:
        raise AssertionError("somebody read it")
        yield b""

    answer = await away.post("/v1/articles", content=body(), headers={"content-length": "1001"})
    assert "1,000 bytes" in str(check(answer, 413)["detail"])
    answer = await away.post("/nowhere", content=body(), headers={"content-length": "9" * 5000})
    check(answer, 413)


async def test_a_body_that_does_not_say_is_counted(away: httpx.AsyncClient) -> None:
    async def body() -> AsyncIterator[bytes]:
        for _ in range(11):
            yield b" " * 100
        raise AssertionError("more was read than needed")

    check(await away.post("/v1/articles", content=body(), headers={"content-type": "application/json"}), 413)


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "", "application/jsonp"])
async def test_only_json_is_taken(away: httpx.AsyncClient, kind: str) -> None:
    check(await away.post("/v1/articles", content=b"{}", headers={"content-type": kind}), 415)


async def test_an_unforeseen_error_is_a_problem_too() -> None:
    async def broken(scope: object, receive: object, send: object) -> None:
        raise RuntimeError(SECRET)

    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(RequestMiddleware(broken)), base_url="http://api"
    ) as client:
        check(await client.get("/"), 500)


@pytest.mark.parametrize("kind", HTTP_STATUS)
def test_the_table_of_statuses_decides(kind: type[GraphServiceError]) -> None:
    assert problems.from_error(kind("why")).status_code == HTTP_STATUS[kind]


def test_the_details_of_our_own_failures_stay_in_the_log() -> None:
    assert SECRET not in problems.from_error(GraphServiceError(SECRET)).body.decode()
    assert SECRET not in problems.from_error(StoreUnavailable(SECRET)).body.decode()
    assert b"too short" in problems.from_error(BadParameter("too short")).body


def test_a_type_is_the_name_of_the_error() -> None:
    assert problems.problem_type(AmbiguousName) == "urn:graph-service:ambiguous-name"
