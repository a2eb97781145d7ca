"""People, countries, organisations over HTTP."""

import httpx
import pytest

from graph_service.api.schemas import AdjacentRow, EntityRecord, EntityRow

pytestmark = pytest.mark.anyio


async def names(client: httpx.AsyncClient, **params: str | int) -> list[str]:
    answer = await client.get("/v1/entities", params=params)
    assert answer.status_code == 200, answer.text
    return [EntityRow.model_validate(row, extra="forbid").name for row in answer.json()["rows"]]


async def test_entities_are_found_by_the_beginning_of_a_name(talking: httpx.AsyncClient) -> None:
    assert await names(talking, name="nov") == ["Ada Novak", "Ivo Novak"]
    assert await names(talking, name="nov", type="Country") == []
    assert await names(talking, type="Country") == ["Norway"]


async def test_all_entities_page_by_page(talking: httpx.AsyncClient) -> None:
    found, page = [], "/v1/entities?limit=2"
    while page:
        answer = (await talking.get(page)).json()
        found += [row["id"] for row in answer["rows"]]
        page = answer["next"]
    assert found == sorted(found)
    assert len(found) == len(set(found)) == len(await names(talking))


@pytest.mark.parametrize("asked", ["person:ada-novak", "Ada Novak", "ADA NOVAK"])
async def test_one_entity_by_id_or_name(talking: httpx.AsyncClient, asked: str) -> None:
    answer = await talking.get(f"/v1/entities/{asked}")
    record = EntityRecord.model_validate(answer.json(), extra="forbid")
    assert (record.id, record.statements, record.statements_about) == ("person:ada-novak", 1, 1)
    assert "Novak" in record.aliases
    assert str(record.first_seen) == "2031-03-05"


async def test_an_entity_that_is_not_there(talking: httpx.AsyncClient) -> None:
    assert (await talking.get("/v1/entities/person:nobody")).status_code == 404
    assert (await talking.get("/v1/entities/Novak")).status_code == 409
    assert (await talking.get("/v1/entities/person:nobody/adjacent")).status_code == 404


async def test_whom_an_entity_is_linked_with(talking: httpx.AsyncClient) -> None:
    answer = await talking.get("/v1/entities/person:ada-novak/adjacent")
    links = [AdjacentRow.model_validate(row, extra="forbid") for row in answer.json()["rows"]]
    found = {(each.link, each.id) for each in links}
    assert {("said_to", "person:ben-ortiz"), ("said_about_by", "person:ben-ortiz")} <= found
    answer = await talking.get("/v1/entities/Ada%20Novak/adjacent.csv?link=said_to")
    assert [line.split(",")[:2] for line in answer.text.splitlines()[1:]] == [["said_to", "person:ben-ortiz"]]
