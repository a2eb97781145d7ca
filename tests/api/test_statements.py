"""Who said what about whom, asked over HTTP."""

import csv
import io

import httpx
import pytest

from graph_service.api.schemas import StatementRecord, StatementRow
from graph_service.queries import catalogue
from graph_service.store import GraphStore
from tests.handmade import TALKS, ids, many, namesake, talks

pytestmark = pytest.mark.anyio

ADA, BEN, NORWAY = "person:ada-novak", "person:ben-ortiz", "country:norway"
SIGN, LATE, WELCOME = (each.id for each in talks().statements)
RAIN = namesake().statements[0].id


async def rows(client: httpx.AsyncClient, path: str, **params: str | int) -> list[dict[str, object]]:
    answer = await client.get(path, params=params)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, object]] = answer.json()["rows"]
    return found


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({}, [RAIN, SIGN, LATE, WELCOME]),
        ({"speaker": ADA}, [SIGN]),
        ({"speaker": "Ada Novak"}, [SIGN]),
        ({"speaker": "ada nóvak"}, [SIGN]),
        ({"speaker": "Ortiz", "about": "Ada Novak"}, [LATE]),
        ({"about": NORWAY}, [WELCOME]),
        ({"to": "Ben Ortiz"}, [SIGN]),
        ({"reported_by": "Kestrel News"}, [WELCOME]),
        ({"outlet": "The Harbour Post"}, [SIGN, LATE, WELCOME]),
        ({"type": "direct"}, [RAIN, SIGN]),
        ({"q": "treaty"}, [SIGN]),
        ({"since": "2031-03-06"}, [RAIN]),
        ({"until": "2031-03-05", "type": "indirect"}, [LATE, WELCOME]),
        ({"speaker": ADA, "about": NORWAY}, []),
        ({"limit": 2}, [RAIN, SIGN]),
    ],
)
async def test_every_filter_filters(
    talking: httpx.AsyncClient, params: dict[str, str | int], expected: list[str]
) -> None:
    assert ids(await rows(talking, "/v1/statements", **params)) == expected


async def test_a_row_has_the_evidence(talking: httpx.AsyncClient) -> None:
    (row,) = await rows(talking, "/v1/statements", speaker=ADA)
    StatementRow.model_validate(row, extra="forbid")
    assert (row["speaker"], row["to"], row["outlet"], row["published_at"]) == (
        "Ada Novak",
        ["Ben Ortiz"],
        "The Harbour Post",
        "2031-03-05",
    )
    start, end = row["start"], row["end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    assert row["spans"] == [[start, end]]
    assert TALKS.text[start:end] == row["text"] == "We will sign the treaty,"
    assert str(row["text"]) in str(row["sentence"])


async def test_the_rows_are_those_of_the_store(talking: httpx.AsyncClient, store: GraphStore) -> None:
    assert await rows(talking, "/v1/statements", speaker="Ortiz") == await store.read(
        catalogue()["statements"], {"speaker": BEN}
    )


async def test_an_ambiguous_name_answers_with_the_candidates(talking: httpx.AsyncClient) -> None:
    answer = await talking.get("/v1/statements", params={"speaker": "Novak"})
    assert answer.status_code == 409
    assert {each["id"] for each in answer.json()["candidates"]} == {ADA, "person:ivo-novak"}
    assert {"id", "name", "type", "wikidata", "statements"} <= set(answer.json()["candidates"][0])


async def test_an_unknown_name_answers_with_names_like_it(talking: httpx.AsyncClient) -> None:
    answer = await talking.get("/v1/statements", params={"speaker": "Ada Nov"})
    assert answer.status_code == 404
    assert [each["name"] for each in answer.json()["suggestions"]] == ["Ada Novak"]
    assert (await talking.get("/v1/statements", params={"about": "person:nobody"})).status_code == 404


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("speeker=Novak", "speaker"),
        ("after=0", "cursor"),
        ("limit=0", "from 1 to 500"),
        ("limit=501", "from 1 to 500"),
        ("limit=ten", "from 1 to 500"),
        ("type=sideways", "direct, indirect, mixed"),
        ("since=yesterday", "YYYY-MM-DD"),
        ("speaker=", "speaker"),
        ("speaker=a&speaker=b", "Give it once"),
        ("format=xml", "json, csv"),
        ("cursor=abc", "Start again"),
        ("q=" + "x" * 1001, "1000 characters"),
        ("q=%ED%A0%80", ""),
    ],
)
async def test_a_wrong_parameter_is_told_what_was_expected(talking: httpx.AsyncClient, query: str, words: str) -> None:
    answer = await talking.get(f"/v1/statements?{query}")
    assert answer.status_code == (422 if words else 200)
    assert words in answer.text


async def test_pages_are_walked_while_others_write(client: httpx.AsyncClient, store: GraphStore) -> None:
    speech = many(23)
    await store.write(speech)
    page, seen = "/v1/statements?speaker=Lena%20Brandt&limit=5", []
    while page:
        answer = await client.get(page)
        seen += ids(answer.json()["rows"])
        page = answer.json()["next"]
        assert answer.headers.get("link") == (f'<{page}>; rel="next"' if page else None)
        # newer than all, so on a page that was already seen
        await store.write(many(3, day=10 + len(seen) % 15))
    assert seen == [each.id for each in speech.statements]


async def test_a_cursor_is_good_for_its_own_question_only(client: httpx.AsyncClient, store: GraphStore) -> None:
    await store.write(many(3))
    page = (await client.get("/v1/statements?limit=1&type=direct")).json()["next"]
    assert (await client.get(page.replace("limit=1", "limit=2"))).status_code == 200
    assert (await client.get(page.replace("direct", "indirect"))).status_code == 422


@pytest.mark.parametrize(
    ("path", "accept"),
    [("/v1/statements.csv", "*/*"), ("/v1/statements?format=csv", "*/*"), ("/v1/statements", "text/csv")],
)
async def test_csv_has_all_rows(client: httpx.AsyncClient, store: GraphStore, path: str, accept: str) -> None:
    speech = many(1203)
    await store.write(speech)
    answer = await client.get(path, headers={"accept": accept})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="statements.csv"'
    read = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["statement"] for row in read] == [each.id for each in speech.statements]


async def test_json_where_it_is_asked_for(talking: httpx.AsyncClient) -> None:
    for path in ("/v1/statements.json", "/v1/statements?format=json"):
        answer = await talking.get(path, headers={"accept": "text/csv"})
        assert len(answer.json()["rows"]) == 4


async def test_csv_for_a_spreadsheet(talking: httpx.AsyncClient) -> None:
    answer = await talking.get("/v1/statements.csv", params={"q": "late"})
    (row,) = csv.DictReader(io.StringIO(answer.text))
    assert (row["about"], row["negated"], row["parent"]) == ("Ada Novak", "false", "")


async def test_csv_has_as_many_rows_as_were_asked_for(client: httpx.AsyncClient, store: GraphStore) -> None:
    await store.write(many(9))
    answer = await client.get("/v1/statements.csv?limit=7")
    assert len(answer.text.splitlines()) == 8
    answer = await client.get("/v1/statements.csv?q=nothing")
    assert answer.text.splitlines() == [",".join(StatementRow.model_fields)]


async def test_a_bad_question_for_csv_is_a_problem(talking: httpx.AsyncClient) -> None:
    answer = await talking.get("/v1/statements.csv?speaker=Nobody")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


async def test_one_statement(talking: httpx.AsyncClient) -> None:
    answer = await talking.get(f"/v1/statements/{WELCOME}")
    record = StatementRecord.model_validate(answer.json(), extra="forbid")
    assert (record.speaker, record.speaker_type) == ("a diplomat", "AnonymousSource")
    assert [each.id for each in record.targets] == [NORWAY]
    assert [each.words for each in record.reporters] == ["Kestrel News"]
    assert (await talking.get("/v1/statements/statement:none")).status_code == 404
    assert (await talking.get(f"/v1/statements/{WELCOME}?format=csv")).status_code == 422
