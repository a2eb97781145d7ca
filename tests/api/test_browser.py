"""What Neo4j Browser loads, from whatever address it was opened at."""

import httpx
import pytest

from graph_service.browser import assets

pytestmark = pytest.mark.anyio
ELSEWHERE = {"Origin": "http://127.0.0.1:7474"}


@pytest.mark.parametrize("path", assets("http://api/browser"))
async def test_every_file_is_served_to_another_origin(away: httpx.AsyncClient, path: str) -> None:
    answer = await away.get(f"/browser/{path}", headers=ELSEWHERE)
    asset = assets("http://api/browser")[path]
    assert answer.text == asset.text
    assert answer.headers["content-type"] == f"{asset.media_type}; charset=utf-8"
    assert answer.headers["access-control-allow-origin"] == "*"


async def test_a_browser_may_ask_first(away: httpx.AsyncClient) -> None:
    asks = {**ELSEWHERE, "Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "x-any"}
    answer = await away.options("/browser/guide.html", headers=asks)
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (200, "*")
    answer = await away.options("/v1/statements", headers=asks)
    assert (answer.status_code, "access-control-allow-origin" in answer.headers) == (405, False)


async def test_addresses_lead_to_where_they_were_asked(away: httpx.AsyncClient) -> None:
    answer = await away.get("/browser/guide.html", headers={"Host": "graph.localhost:81"})
    assert "http://graph.localhost:81/browser/style.grass" in answer.text
    answer = await away.get("/browser/guide.html", headers={"Host": "<script>"})
    assert "<script>" not in answer.text


@pytest.mark.parametrize("path", ["", "nothing", "queries/", "../app.py", "queries/%2e%2e/style.grass"])
async def test_nothing_else_is_served(away: httpx.AsyncClient, path: str) -> None:
    answer = await away.get(f"/browser/{path}", headers=ELSEWHERE)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
