"""Who may do what, how often, and from where."""

import asyncio
import json
import re
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from graph_service.api.app import create_app
from graph_service.errors import BadSetting, KeyNeeded
from graph_service.keys import KeyRing, Scope
from graph_service.settings import Access, Settings
from graph_service.store import GraphStore
from tests.handmade import talks
from tests.running import running

pytestmark = pytest.mark.anyio
ARTICLE = {"text": "Talks go on\n\n“We will not sign,” Ada Novak told Ben Ortiz on Tuesday."}
OPEN = ("/healthz", "/readyz")
#: one request for each scope, and what it is answered by who may
NEEDS = [
    ("GET", "/v1/statements", None, Scope.READ),
    ("GET", "/v1/queries/overview", None, Scope.READ),
    ("GET", "/v1/suggest?prefix=a", None, Scope.READ),
    ("GET", "/reconcile", None, Scope.READ),
    ("POST", "/reconcile", None, Scope.READ),
    ("GET", "/metrics", None, Scope.READ),
    ("POST", "/v1/articles", {"text": ""}, Scope.INGEST),
    ("POST", "/v1/judgements", {}, Scope.ADMIN),
    ("POST", "/v1/judgements/judgement:1/withdraw", {}, Scope.ADMIN),
    ("POST", "/v1/cypher", {"query": ""}, Scope.CYPHER),
]


@pytest.fixture
def keyed(api_settings: Settings, tmp_path: Path) -> Settings:
    """Settings of a service that asks for keys."""
    wanted = {"access": Access.KEYS, "keys_file": tmp_path / "keys.json"}
    return api_settings.model_copy(update=wanted)


def bearer(settings: Settings, *scopes: Scope) -> dict[str, str]:
    return {"Authorization": f"Bearer {KeyRing(settings).create('tests', scopes)[1].get_secret_value()}"}


@pytest.mark.parametrize(("method", "path", "body", "scope"), NEEDS)
async def test_a_request_needs_the_scope_it_says(
    store: GraphStore, keyed: Settings, method: str, path: str, body: object, scope: Scope
) -> None:
    async with running(keyed.model_copy(update={"cypher": scope is Scope.CYPHER})) as client:
        without = await client.request(method, path, json=body)
        assert (without.status_code, without.headers["www-authenticate"]) == (401, "Bearer")
        others = [each for each in Scope if each is not scope]
        wrong = await client.request(method, path, json=body, headers=bearer(keyed, *others))
        assert wrong.status_code == 403
        assert f"scope {scope}" in wrong.json()["detail"]
        right = await client.request(method, path, json=body, headers=bearer(keyed, scope))
        assert right.status_code in (200, 422)


async def test_every_operation_asks_for_a_key_and_what_changes_something_for_more_than_reading(
    store: GraphStore, keyed: Settings
) -> None:
    reader = bearer(keyed, Scope.READ)
    async with running(keyed.model_copy(update={"cypher": True})) as client:
        paths = (await client.get("/openapi.json")).json()["paths"]
        operations = [(method, path) for path, found in paths.items() for method in found if path not in OPEN]
        assert len(operations) > 40
        for method, path in operations:
            address = re.sub(r"{\w+}", "x", path)
            assert (await client.request(method, address)).status_code == 401, path
            if method != "get" and path != "/reconcile":
                assert (await client.request(method, address, headers=reader)).status_code == 403, path


async def test_descriptions_and_health_stay_open(keyed: Settings, store: GraphStore) -> None:
    async with running(keyed) as client:
        for path in ("/docs", "/openapi.json", "/healthz", "/readyz", "/browser/guide.html", "/key"):
            assert (await client.get(path)).status_code == 200, path


async def test_a_browser_keeps_a_key_for_reading_pages(keyed: Settings, store: GraphStore) -> None:
    await store.write(talks())
    browser = {"Accept": "text/html"}
    secret = bearer(keyed, Scope.READ, Scope.ADMIN)["Authorization"].removeprefix("Bearer ")
    async with running(keyed) as client:
        for path in ("/", "/entities", "/graph", "/judgements"):
            refused = await client.get(path, headers=browser)
            assert refused.status_code == 401
            assert 'href="/key"' in refused.text
        wrong = await client.post("/key", data={"key": "gsk_x_y"}, headers=browser)
        assert (wrong.status_code, "set-cookie" in wrong.headers) == (401, False)
        kept = await client.post("/key", data={"key": secret}, headers=browser)
        assert (kept.status_code, kept.headers["location"]) == (303, "/")
        assert {"HttpOnly", "SameSite=strict"} <= {each.strip() for each in kept.headers["set-cookie"].split(";")}
        assert secret not in kept.text
        for path in ("/", "/entities", "/graph", "/judgements", "/v1/suggest?prefix=ada"):
            assert (await client.get(path, headers=browser)).status_code == 200, path
        # what a browser sends unasked changes nothing
        assert (await client.post("/v1/judgements", json={})).status_code == 401
        forgotten = await client.post("/key", data={"key": ""}, headers=browser)
        assert forgotten.status_code == 303
        assert (await client.get("/", headers=browser)).status_code == 401


async def test_open_means_no_key_but_a_wrong_one_is_told(client: httpx.AsyncClient, api_settings: Settings) -> None:
    assert (await client.get("/v1/statements")).status_code == 200
    for wrong in ("Bearer gsk_x", "Bearer ", "Basic bmVvNGo6eA==", "Bearer gsk_0123456789_" + "x" * 43):
        answer = await client.get("/v1/statements", headers={"Authorization": wrong})
        assert answer.status_code == 401
        assert wrong.partition(" ")[2] not in answer.text or wrong == "Bearer "


async def test_a_key_ends_when_it_is_revoked_or_over(keyed: Settings, store: GraphStore) -> None:
    ring = KeyRing(keyed)
    key, secret = ring.create("short", [Scope.READ], days=1)
    headers = {"X-API-Key": secret.get_secret_value()}
    async with running(keyed) as client:
        assert (await client.get("/v1/statements", headers=headers)).status_code == 200
        ring.revoke(key.id)
        assert "revoked" in (await client.get("/v1/statements", headers=headers)).json()["detail"]
    assert key.state(datetime.now(UTC) + timedelta(days=2)) == "expired"


async def test_when_a_key_was_used_is_written_down(keyed: Settings, store: GraphStore) -> None:
    headers = bearer(keyed, Scope.READ)
    async with running(keyed) as client:
        await client.get("/v1/statements", headers=headers)
        async with asyncio.timeout(20):
            while KeyRing(keyed).list()[0].last_used_at is None:  # noqa: ASYNC110  (a file tells nobody)
                await asyncio.sleep(0.05)
    assert KeyRing(keyed).list()[0].last_used_at.minute == 0


def test_the_file_holds_no_secret_and_is_its_owners(keyed: Settings) -> None:
    ring = KeyRing(keyed)
    key, secret = ring.create("notebook", [Scope.READ])
    text = keyed.keys_file.read_text("utf-8")
    assert secret.get_secret_value() not in text
    assert secret.get_secret_value().split("_", 2)[2] not in text
    assert stat.S_IMODE(keyed.keys_file.stat().st_mode) == 0o600
    assert secret.get_secret_value() not in repr((ring, key, secret, ring.list()))
    assert ring.find(secret.get_secret_value()).id == key.id
    with pytest.raises(KeyNeeded):
        ring.find(secret.get_secret_value()[:-1] + ("a" if secret.get_secret_value()[-1] != "a" else "b"))


def test_a_broken_file_of_keys_lets_nobody_in(keyed: Settings) -> None:
    keyed.keys_file.write_text("[{}]")
    with pytest.raises(BadSetting):
        KeyRing(keyed).find("gsk_0123456789_" + "x" * 43)


# --- from where -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://api.evil.example"},
        {"Origin": "https://api"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Host": "evil.example"},
        {"Host": "localhost.evil.example:8000"},
        {"Host": "127.0.0.1.evil.example"},
        {"Host": "[::1"},
        {"Host": ""},
    ],
)
async def test_another_web_page_cannot_write(
    client: httpx.AsyncClient, store: GraphStore, headers: dict[str, str]
) -> None:
    before = await store.counts()
    answer = await client.post("/v1/articles", json=ARTICLE, headers=headers)
    assert answer.status_code == 403
    assert answer.json()["type"] == "urn:graph-service:not-from-here"
    assert await store.counts() == before


@pytest.mark.parametrize("host", ["evil.example", "attacker.example:8000"])
async def test_another_name_cannot_read(client: httpx.AsyncClient, host: str) -> None:
    assert (await client.get("/v1/statements", headers={"Host": host})).status_code == 403


@pytest.mark.parametrize(
    "host", ["localhost:8000", "127.0.0.1", "[::1]:8000", "192.0.2.7:80", "api", "graph.example.org"]
)
async def test_its_own_names_are_taken(store: GraphStore, api_settings: Settings, host: str) -> None:
    async with running(api_settings.model_copy(update={"hosts": ("graph.example.org",)})) as client:
        assert (await client.get("/v1/statements", headers={"Host": host})).status_code == 200


async def test_only_origins_of_the_settings_are_allowed(store: GraphStore, api_settings: Settings) -> None:
    async with running(api_settings.model_copy(update={"cors_origins": ("https://news.example",)})) as client:
        answer = await client.get("/v1/statements", headers={"Origin": "https://news.example"})
        assert answer.headers["access-control-allow-origin"] == "https://news.example"
        answer = await client.get("/v1/statements", headers={"Origin": "https://evil.example"})
        assert "access-control-allow-origin" not in answer.headers
        asked = {"Origin": "https://news.example", "Access-Control-Request-Method": "POST"}
        assert (await client.options("/v1/articles", headers=asked)).status_code == 200
        answer = await client.post("/v1/articles", json={"text": ""}, headers={"Origin": "https://news.example"})
        assert answer.status_code == 422
    async with running(api_settings) as client:
        answer = await client.get("/v1/statements", headers={"Origin": "https://news.example"})
        assert "access-control-allow-origin" not in answer.headers


async def test_long_addresses_and_headers_are_refused(client: httpx.AsyncClient) -> None:
    assert (await client.get("/v1/statements", params={"q": "x" * 17_000})).status_code == 414
    answer = await client.get("/v1/statements", headers={"X-Long": "x" * 33_000})
    assert (answer.status_code, answer.headers["content-type"]) == (431, "application/problem+json")


# --- how often --------------------------------------------------------------------------------------------------------


async def test_a_limit_is_right_to_the_request(store: GraphStore, keyed: Settings) -> None:
    one, other = bearer(keyed, Scope.READ), bearer(keyed, Scope.READ)
    async with running(keyed.model_copy(update={"rate_read": "5/hour"})) as client:
        answers = [await client.get("/v1/statements", headers=one) for _ in range(6)]
        assert [each.status_code for each in answers] == [200] * 5 + [429]
        assert [each.headers["ratelimit"].split(";")[1] for each in answers] == [
            "r=4",
            "r=3",
            "r=2",
            "r=1",
            "r=0",
            "r=0",
        ]
        assert answers[-1].headers["ratelimit-policy"] == '"read";q=5;w=3600'
        assert 3000 < int(answers[-1].headers["retry-after"]) <= 3600
        # another key has its own, and guessing uses up the address's
        assert (await client.get("/v1/statements", headers=other)).status_code == 200
        assert [(await client.get("/v1/statements")).status_code for _ in range(6)] == [401] * 5 + [429]


def test_a_limit_that_is_none_is_refused(keyed: Settings) -> None:
    with pytest.raises(BadSetting, match="GRAPH_SERVICE_RATE_READ"):
        create_app(keyed.model_copy(update={"rate_read": "lots"}))


# --- figures ----------------------------------------------------------------------------------------------------------


async def test_figures_have_routes_and_no_addresses(talking: httpx.AsyncClient) -> None:
    await talking.get("/v1/entities/person:ada-novak")
    await talking.get("/nowhere/at/all")
    text = (await talking.get("/metrics")).text
    assert 'graph_service_requests_total{method="GET",route="/v1/entities/{entity}",status="200"} 1.0' in text
    assert 'route="none",status="404"' in text
    assert "ada-novak" not in text
    assert "graph_service_neo4j_up 1.0" in text


async def test_figures_are_there_while_neo4j_is_not(away: httpx.AsyncClient) -> None:
    assert "graph_service_neo4j_up 0.0" in (await away.get("/metrics")).text


async def test_the_document_says_what_needs_a_key(keyed: Settings, store: GraphStore) -> None:
    await store.write(talks())
    async with running(keyed) as client:
        found = (await client.get("/openapi.json")).json()
    assert found["components"]["securitySchemes"]["key"]["scheme"] == "bearer"
    assert found["paths"]["/v1/statements"]["get"]["security"] == [{"key": []}]
    assert {"401", "403", "429"} <= set(found["paths"]["/v1/statements"]["get"]["responses"])
    assert "security" not in found["paths"]["/healthz"]["get"]
    assert json.dumps(found).count("gsk_") <= 2
