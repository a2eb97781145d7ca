"""Matching, suggesting and reconciling over HTTP."""

import json

import httpx
import pytest

from graph_service.matching import Candidate, Suggestion
from graph_service.store import GraphStore
from tests.store.examples import called, mention_of

pytestmark = pytest.mark.anyio


async def test_match_ranks_with_reasons(talking: httpx.AsyncClient) -> None:
    answer = await talking.get("/v1/match?name=A. Novak&type=Person&context=treaty talks&date=2031-03-05")
    found = [Candidate.model_validate(each) for each in answer.json()["candidates"]]
    assert (found[0].id, found[0].articles) == ("person:ada-novak", 1)
    assert found[0].reasons
    assert [each.match for each in found].count(True) <= 1


@pytest.mark.parametrize(
    "asked", ["/v1/match", "/v1/match?name=", "/v1/match?name=a&type=Ship", "/v1/match?name=a&date=never",
              "/v1/match?name=a&date=0", "/v1/match?name=a&date=2031-03-05T00:00:00", "/v1/match?name=a&date=20310305",
              "/v1/match?name=a&colour=red", "/v1/match?name=%20", "/v1/suggest", "/v1/suggest?prefix=a&limit=0",
              "/v1/duplicates?limit=x"]
)  # fmt: skip
async def test_wrong_questions_are_refused(talking: httpx.AsyncClient, asked: str) -> None:
    answer = await talking.get(asked)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")


async def test_names_are_completed(talking: httpx.AsyncClient) -> None:
    rows = (await talking.get("/v1/suggest?prefix=nov")).json()["rows"]
    assert {row["name"] for row in rows} == {"Ada Novak", "Ivo Novak"}


async def test_duplicates_are_suggested(talking: httpx.AsyncClient, store: GraphStore) -> None:
    article, entity = called("A. Novak")
    await store.write(mention_of(article, entity))
    rows = (await talking.get("/v1/duplicates")).json()["rows"]
    pairs = [Suggestion.model_validate(row) for row in rows]
    assert {"person:ada-novak", "person:a-novak"} in [{pair.entity, pair.other} for pair in pairs]


# --- OpenRefine -------------------------------------------------------------------------------------------------------


async def test_the_manifest(talking: httpx.AsyncClient) -> None:
    told = (await talking.get("/reconcile")).json()
    assert told["versions"] == ["0.2"]
    assert {"id": "Person", "name": "Person"} in told["defaultTypes"]
    assert told["view"]["url"].endswith("/v1/entities/{{id}}")


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_batch(talking: httpx.AsyncClient, method: str) -> None:
    batch = {
        "q0": {"query": "Ada Novak", "type": "Person", "limit": 3},
        "q1": {"query": "Nobody Atall"},
        "q2": {"query": "the German chancellor", "properties": [{"pid": "date", "v": "2023-05-01"}]},
        "q3": {"query": "Johnson", "properties": [{"pid": "office", "v": {"id": "x", "name": "British prime minister"}},
                                                  {"pid": "date", "v": "2021-05-01"}]},
    }  # fmt: skip
    form = {"queries": json.dumps(batch)}
    if method == "GET":
        answer = await talking.get("/reconcile", params=form)
    else:
        answer = await talking.post("/reconcile", data=form)
    found = answer.json()
    assert list(found) == list(batch)
    first = found["q0"]["result"][0]
    assert (first["id"], first["match"], first["score"]) == ("person:ada-novak", True, 100.0)
    assert first["type"] == [{"id": "Person", "name": "Person"}]
    assert found["q1"]["result"] == []
    assert found["q2"]["result"][0]["id"] == "person:olaf-scholz"
    assert found["q3"]["result"][0]["id"] == "person:boris-johnson"


@pytest.mark.parametrize(
    "queries",
    ["", "no json", "[]", '{"q0": {}}', '{"q0": {"query": ""}}', '{"q0": {"query": "a", "type": "Ship"}}',
     json.dumps({f"q{number}": {"query": "a"} for number in range(51)})],
)  # fmt: skip
async def test_a_wrong_batch_is_refused(talking: httpx.AsyncClient, queries: str) -> None:
    answer = await talking.post("/reconcile", data={"queries": queries})
    if queries:
        assert answer.status_code == 422
        assert answer.json()["detail"]
    else:
        assert answer.json()["versions"] == ["0.2"]


async def test_suggestions_for_openrefine(talking: httpx.AsyncClient) -> None:
    found = (await talking.get("/reconcile/suggest/entity?prefix=nov&cursor=0")).json()["result"]
    assert {each["name"] for each in found} == {"Ada Novak", "Ivo Novak"}
    assert (await talking.get("/reconcile/suggest/type?prefix=per")).json()["result"] == [
        {"id": "Person", "name": "Person"}
    ]
