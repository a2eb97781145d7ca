"""What Neo4j Browser reads from us: complete, with our own address in it, open to its origin."""

import pytest
from httpx import AsyncClient

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("path", "media_type", "holds"),
    [
        ("style.grass", "text/plain", "node.Person"),
        ("guide.html", "text/html", "/browser/"),
        ("guide.adoc", "text/plain", "=="),
        ("queries/statements_about.cypher", "text/plain", "MATCH"),
    ],
)
async def test_asset(client: AsyncClient, path: str, media_type: str, holds: str) -> None:
    answer = await client.get(f"/browser/{path}", headers={"Origin": "http://127.0.0.1:7474"})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(media_type)
    assert answer.headers["access-control-allow-origin"] == "*"
    assert holds in answer.text


@pytest.mark.parametrize("path", ["", "nothing.html", "../app.py", "queries/"])
async def test_nothing_else(client: AsyncClient, path: str) -> None:
    answer = await client.get(f"/browser/{path}")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
