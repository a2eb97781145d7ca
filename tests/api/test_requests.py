"""What holds for every request: its id, its headers, its line in the log; and pages that ask no other host."""

import logging
import re

import httpx
import pytest

pytestmark = pytest.mark.anyio


async def test_a_request_has_an_id_and_a_line(away: httpx.AsyncClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "graph_service.api")
    answer = await away.get("/healthz", headers={"X-Request-ID": "one-of-mine"})
    assert answer.headers["x-request-id"] == "one-of-mine"
    assert re.search(r"GET /healthz 200 \d+ ms", caplog.text)
    bad = [{"X-Request-ID": value} for value in ("", "a b", "x" * 65)]
    own = [(await away.get("/healthz", headers=each)).headers["x-request-id"] for each in bad]
    assert all(re.fullmatch("[0-9a-f]{32}", each) for each in own)
    assert len(set(own)) == 3


async def test_no_line_of_the_log_can_be_forged(away: httpx.AsyncClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    await away.get("/v1/x%0aERROR%20forged?secret=1")
    await away.get("/v1/articles/x%0aERROR%20forged")
    assert not any("\nERROR" in record.getMessage() for record in caplog.records)
    assert "secret" not in "".join(record.getMessage() for record in caplog.records if record.name.startswith("graph"))


@pytest.mark.parametrize("path", ["/", "/healthz", "/nowhere", "/docs", "/v1/queries"])
async def test_headers_are_safe(away: httpx.AsyncClient, path: str) -> None:
    headers = (await away.get(path, headers={"Origin": "https://evil.example"})).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert not [name for name in headers if name.startswith("access-control")]


async def test_the_index_names_where_to_begin(away: httpx.AsyncClient) -> None:
    index = (await away.get("/")).json()
    assert index["name"] == "graph-service"
    for address in (index["docs"], index["openapi"], "/v1/queries"):
        assert (await away.get(address)).status_code == 200


async def test_the_docs_load_nothing_from_another_host(away: httpx.AsyncClient) -> None:
    page = await away.get("/docs")
    assert "text/html" in page.headers["content-type"]
    assert not re.search(r"(src|href)=\"(https?:)?//", page.text)
    assert "'unsafe-eval'" not in page.headers["content-security-policy"]
    parts = re.findall(r'(?:src|href)="(docs/[^"]+)"', page.text)
    assert len(parts) == 3
    for part in parts:
        answer = await away.get("/" + part)
        assert answer.status_code == 200
        assert answer.headers["content-type"].partition(";")[0] in {"text/javascript", "text/css"}
        assert len(answer.content) > 100
