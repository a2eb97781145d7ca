"""Judgements over HTTP: made, shown, obeyed and taken back."""

import httpx
import pytest

from graph_service.models import Judgement

pytestmark = pytest.mark.anyio

MERGE = {"kind": "merge", "entity": "person:ada-novak", "other": "Ivo Novak", "by": "kari", "why": "a nickname"}


async def judge(client: httpx.AsyncClient, **changed: object) -> Judgement:
    answer = await client.post("/v1/judgements", json=MERGE | changed)
    assert answer.status_code == 201, answer.text
    return Judgement.model_validate(answer.json(), extra="forbid")


async def test_a_merge_is_made_and_listed(talking: httpx.AsyncClient) -> None:
    judgement = await judge(talking)
    assert (judgement.entity, judgement.other, judgement.by) == ("person:ada-novak", "person:ivo-novak", "kari")
    rows = (await talking.get("/v1/judgements?entity=person:ivo-novak")).json()["rows"]
    assert [Judgement.model_validate(row) for row in rows] == [judgement]
    assert (await talking.get("/v1/judgements.csv")).text.splitlines()[1].startswith(judgement.id)


@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [
        ("/v1/entities/person:ivo-novak", "/v1/entities/person:ada-novak"),
        ("/v1/entities/person:ivo-novak/adjacent", "/v1/entities/person:ada-novak/adjacent"),
        ("/v1/entities/person:ivo-novak/adjacent.csv", "/v1/entities/person:ada-novak/adjacent.csv"),
        ("/v1/statements?speaker=person%3Aivo-novak&limit=2", "/v1/statements?speaker=person%3Aada-novak&limit=2"),
        (
            "/v1/queries/statements_about?about=person:ivo-novak",
            "/v1/queries/statements_about?about=person%3Aada-novak",
        ),
    ],
)
async def test_an_old_id_leads_to_the_new_one(talking: httpx.AsyncClient, asked: str, leads_to: str) -> None:
    await judge(talking)
    answer = await talking.get(asked)
    assert (answer.status_code, answer.headers["location"]) == (308, leads_to)
    assert answer.json()["type"] == "urn:graph-service:entity-merged"
    assert (await talking.get(asked, follow_redirects=True)).status_code == 200


async def test_a_name_of_the_merged_is_understood_at_once(talking: httpx.AsyncClient) -> None:
    await judge(talking)
    rows = (await talking.get("/v1/statements?speaker=Ivo Novak")).json()["rows"]
    assert {row["speaker"] for row in rows} == {"Ada Novak"}
    assert len(rows) == 2


async def test_a_judgement_is_withdrawn(talking: httpx.AsyncClient) -> None:
    judgement = await judge(talking)
    address = f"/v1/judgements/{judgement.id}/withdraw"
    answer = await talking.post(address, json={"by": "per", "why": "cousins"})
    assert (answer.status_code, answer.json()["withdrawn_by"]) == (200, "per")
    assert (await talking.get("/v1/entities/person:ivo-novak")).status_code == 200
    assert (await talking.post(address, json={"by": "per", "why": "cousins"})).status_code == 409


async def test_a_split_in_some_articles(talking: httpx.AsyncClient) -> None:
    article = (await talking.get("/v1/statements?speaker=person:ivo-novak")).json()["rows"][0]["article"]
    judgement = await judge(
        talking, kind="split", entity="person:ivo-novak", other=None, articles=[article], name="Ivo Novak (sailor)"
    )
    assert (await talking.get(f"/v1/entities/{judgement.other}")).json()["statements"] == 1
    assert (await talking.get("/v1/entities/person:ivo-novak")).json()["statements"] == 0


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"other": "person:nobody"}, 404),
        ({"other": "Novak"}, 409),
        ({"other": "person:ada-novak"}, 409),
        ({"kind": "unite"}, 422),
        ({"why": " "}, 422),
        ({"by": ""}, 422),
        ({"other": None}, 422),
        ({"articles": ["article:0"]}, 422),
        ({"kind": "split", "other": None}, 422),
        ({"kind": "split", "other": None, "articles": ["article:0"]}, 422),
        ({"colour": "red"}, 422),
    ],
)
async def test_what_makes_no_sense_is_refused(
    talking: httpx.AsyncClient, changed: dict[str, object], status: int
) -> None:
    answer = await talking.post("/v1/judgements", json=MERGE | changed)
    assert (answer.status_code, answer.json()["status"]) == (status, status), answer.text
    assert (await talking.get("/v1/judgements")).json()["rows"] == []


async def test_a_judgement_is_json(talking: httpx.AsyncClient) -> None:
    assert (await talking.post("/v1/judgements", content="kind=merge")).status_code == 415
    assert (
        await talking.post("/v1/judgements/judgement:0/withdraw", json={"by": "per", "why": "x"})
    ).status_code == 404


async def statement_of_ada(client: httpx.AsyncClient) -> str:
    [row, *_] = (await client.get("/v1/statements?speaker=person:ada-novak")).json()["rows"]
    return str(row["statement"])


async def test_a_statement_is_corrected_and_comes_back(talking: httpx.AsyncClient) -> None:
    statement = await statement_of_ada(talking)
    before = (await talking.get(f"/v1/statements/{statement}")).json()
    asked = {"kind": "wrong_speaker", "statement": statement, "other": "Ivo Novak", "by": "kari", "why": "his words"}
    answer = await talking.post("/v1/judgements", json=asked)
    assert answer.status_code == 201, answer.text
    judgement = Judgement.model_validate(answer.json(), extra="forbid")
    assert (judgement.entity, judgement.other) == ("person:ada-novak", "person:ivo-novak")
    listed = (await talking.get(answer.headers["location"])).json()["rows"]
    assert [Judgement.model_validate(row) for row in listed] == [judgement]
    after = (await talking.get(f"/v1/statements/{statement}")).json()
    assert (after["speaker_id"], after["judgements"]) == ("person:ivo-novak", [judgement.id])
    await talking.post(f"/v1/judgements/{judgement.id}/withdraw", json={"by": "per", "why": "hers"})
    assert (await talking.get(f"/v1/statements/{statement}")).json() == before


async def test_what_is_no_statement_is_in_no_answer(talking: httpx.AsyncClient) -> None:
    statement = await statement_of_ada(talking)
    size = len((await talking.get("/v1/statements")).json()["rows"])
    asked = {"kind": "not_a_statement", "statement": statement, "by": "kari", "why": "a headline"}
    assert (await talking.post("/v1/judgements", json=asked)).status_code == 201
    assert len((await talking.get("/v1/statements")).json()["rows"]) == size - 1
    assert (await talking.get(f"/v1/statements/{statement}")).status_code == 404
    assert (await talking.post("/v1/judgements", json=asked)).status_code == 409


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"statement": "statement:none"}, 404),
        ({"other": "Nobody At All"}, 404),
        ({"statement": None}, 422),
        ({"entity": "person:ada-novak"}, 422),
        ({"kind": "wrong_target", "other": None}, 422),
        ({"kind": "not_a_statement"}, 422),
    ],
)
async def test_a_correction_that_makes_no_sense_is_refused(
    talking: httpx.AsyncClient, changed: dict[str, object], status: int
) -> None:
    asked = {
        "kind": "wrong_speaker",
        "statement": await statement_of_ada(talking),
        "other": "Ivo Novak",
        "by": "kari",
        "why": "his words",
    }
    answer = await talking.post("/v1/judgements", json=asked | changed)
    assert (answer.status_code, answer.json()["status"]) == (status, status), answer.text
    assert (await talking.get("/v1/judgements")).json()["rows"] == []
