"""The OpenAPI document says what the service does."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from graph_service.queries import catalogue

pytestmark = pytest.mark.anyio
PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "api.md"


@pytest.fixture
async def paths(client: httpx.AsyncClient) -> dict[str, dict[str, dict[str, object]]]:
    found: dict[str, dict[str, dict[str, object]]] = (await client.get("/openapi.json")).json()["paths"]
    return found


async def test_every_query_is_an_operation(paths: dict[str, object]) -> None:
    assert {f"/v1/queries/{name}" for name in catalogue()} <= set(paths)
    assert {
        "/v1/statements",
        "/v1/statements/{statement}",
        "/v1/entities",
        "/v1/entities/{entity}",
        "/v1/entities/{entity}/adjacent",
        "/v1/articles",
        "/v1/articles/{article}",
        "/healthz",
        "/readyz",
    } <= set(paths)


async def test_parameters_are_those_of_the_query(paths: dict[str, dict[str, dict[str, object]]]) -> None:
    listed = paths["/v1/statements"]["get"]["parameters"]
    assert isinstance(listed, list)
    by_name = {each["name"]: each for each in listed}
    assert set(by_name) == {each.name for each in catalogue()["statements"].params} - {"after"} | {"cursor", "format"}
    assert by_name["limit"]["schema"] == {"type": "integer", "minimum": 1, "maximum": 500, "default": 50}
    assert by_name["type"]["schema"]["enum"] == ["direct", "indirect", "mixed"]
    assert by_name["since"]["schema"]["format"] == "date"
    assert by_name["speaker"]["example"]
    (entity, *_) = paths["/v1/entities/{entity}/adjacent"]["get"]["parameters"]  # type: ignore[misc]
    assert (entity["in"], entity["required"]) == ("path", True)


async def test_every_operation_says_what_it_does_and_how_it_fails(
    paths: dict[str, dict[str, dict[str, object]]],
) -> None:
    operations = [operation for path in paths.values() for operation in path.values()]
    assert all(operation["summary"] for operation in operations)
    names = [operation["operationId"] for operation in operations]
    assert len(set(names)) == len(names)
    for operation in operations:
        responses = operation["responses"]
        assert isinstance(responses, dict)
        failures = [answer for status, answer in responses.items() if int(status) >= 400]
        assert all(list(answer["content"]) == ["application/problem+json"] for answer in failures)


async def test_answers_have_examples(client: httpx.AsyncClient) -> None:
    schemas = (await client.get("/openapi.json")).json()["components"]["schemas"]
    assert schemas["StatementRow"]["examples"]
    assert schemas["NewArticle"]["examples"]
    example, properties = schemas["StatementRow"]["examples"][0], schemas["StatementRow"]["properties"]
    assert set(example) == set(properties)


async def test_the_docs_ask_what_the_service_answers(paths: dict[str, dict[str, dict[str, object]]]) -> None:
    text = PAGE.read_text("utf-8")
    named = re.findall(r"^\| `(?:POST )?(/v1/[^`]*)`", text, re.MULTILINE)
    assert {each for each in paths if each.startswith("/v1") and "/queries/" not in each} <= set(named)
    for url in re.findall(r"http://127.0.0.1:8000(/v1/[^\s'`]*)", text):
        parts = urlsplit(url)
        operation = paths[parts.path.removesuffix(".csv")].get("get", {})
        known = operation.get("parameters", [])
        assert isinstance(known, list)
        assert set(parse_qs(parts.query)) <= {each["name"] for each in known}
