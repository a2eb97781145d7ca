"""The catalogue over HTTP: every query is there, and every one runs."""

import httpx
import pytest

from graph_service.api.bodies import QueryList
from graph_service.queries import ParamType, catalogue
from tests.handmade import TALKS, ids, talks

pytestmark = pytest.mark.anyio

VALUES = {
    ParamType.ENTITY: "person:ada-novak",
    ParamType.STRING: "x",
    ParamType.NAME: "novak",
    ParamType.INTEGER: "1",
    ParamType.NUMBER: "0.5",
    ParamType.BOOLEAN: "true",
    ParamType.DATE: "2031-03-05",
    ParamType.STRINGS: "x",
}


async def test_the_catalogue_is_listed(client: httpx.AsyncClient) -> None:
    listed = QueryList.model_validate((await client.get("/v1/queries")).json(), extra="forbid").queries
    assert [each.name for each in listed] == list(catalogue())
    (speaker, *_) = next(each for each in listed if each.name == "statements_by_speaker").params
    assert (speaker.name, speaker.type, speaker.required, speaker.expected) == (
        "speaker",
        "entity",
        True,
        "the id of an entity",
    )


@pytest.mark.parametrize("name", catalogue())
async def test_every_query_answers_at_its_address(talking: httpx.AsyncClient, name: str) -> None:
    query = catalogue()[name]
    given = {each.name: each.choices[0] if each.choices else VALUES[each.type] for each in query.params}
    given.pop("after", None)
    answer = await talking.get(f"/v1/queries/{name}", params=given)
    assert answer.status_code == 200, answer.text
    assert all(tuple(row) == query.returns for row in answer.json()["rows"])
    answer = await talking.get(f"/v1/queries/{name}.csv", params=given)
    assert answer.text.splitlines()[0] == ",".join(query.returns)


async def test_a_query_takes_names(talking: httpx.AsyncClient) -> None:
    answer = await talking.get("/v1/queries/statements_by_speaker?speaker=Ada%20Novak")
    assert ids(answer.json()["rows"]) == [talks().statements[0].id]
    answer = await talking.get(f"/v1/queries/article?article={TALKS.id}")
    assert answer.json()["rows"][0]["text"] == TALKS.text
    assert answer.json()["next"] is None


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("nobody_wrote_it", 404, "statements_by_speaker"),
        ("statements_by_speaker", 422, "needs parameter speaker: "),
        ("statements_by_speaker?speaker=Ada%20Novak&x=1", 422, "speaker"),
        ("statements_by_speaker?speaker=Ada%20Novak&since=soon", 422, "YYYY-MM-DD"),
        ("statements_by_speaker?speaker=Novak", 409, "person:ivo-novak"),
        ("statements_by_speaker?speaker=Nobody", 404, "Nobody"),
    ],
)
async def test_a_bad_question_is_told_what_was_expected(
    talking: httpx.AsyncClient, path: str, status: int, words: str
) -> None:
    answer = await talking.get(f"/v1/queries/{path}")
    assert answer.status_code == status
    assert words in answer.text
