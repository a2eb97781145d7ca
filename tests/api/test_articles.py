"""Articles over HTTP: what was read, with its spans, and reading one more."""

import httpx
import pytest

from graph_service.api.schemas import ArticleRecord, ArticleRow
from graph_service.store import GraphStore
from tests.handmade import TALKS, many

pytestmark = pytest.mark.anyio

NEWS = {
    "text": 'A new bridge\n"The bridge will open in May," French Foreign Minister Colette Arnaud said on Monday.',
    "outlet": "Harbour Wire",
    "published_at": "2031-03-04",
    "url": "https://harbour.example/bridge?utm_source=x",
}


async def test_an_article_with_its_spans(talking: httpx.AsyncClient) -> None:
    answer = await talking.get(f"/v1/articles/{TALKS.id}")
    record = ArticleRecord.model_validate(answer.json(), extra="forbid")
    assert record.text == TALKS.text
    for mention in record.mentions:
        assert [record.text[start:end] for start, end in mention.spans] == mention.texts
    assert {mention.name for mention in record.mentions} == {"Ada Novak", "Ben Ortiz", "Norway", "Kestrel News"}
    assert [record.text[each.start : each.end] for each in record.statements] == [
        each.text for each in record.statements
    ]
    assert len(record.statements) == 3


async def test_all_statements_of_a_long_article(client: httpx.AsyncClient, store: GraphStore) -> None:
    speech = many(700)
    await store.write(speech)
    answer = await client.get(f"/v1/articles/{speech.article.id}")
    assert [each["statement"] for each in answer.json()["statements"]] == [each.id for each in speech.statements]


async def test_an_article_that_is_not_there(talking: httpx.AsyncClient) -> None:
    assert (await talking.get("/v1/articles/article:none")).status_code == 404
    assert (await talking.get(f"/v1/articles/{TALKS.id}?x=1")).status_code == 422


async def test_the_list_of_articles(talking: httpx.AsyncClient) -> None:
    answer = await talking.get("/v1/articles", params={"mentions": "Ada Novak"})
    (row,) = [ArticleRow.model_validate(each, extra="forbid") for each in answer.json()["rows"]]
    assert (row.id, row.statements, row.characters) == (TALKS.id, 3, len(TALKS.text))


async def test_an_article_is_read_once(client: httpx.AsyncClient) -> None:
    answer = await client.post("/v1/articles", json=NEWS)
    assert (answer.status_code, answer.json()["outcome"]) == (201, "created"), answer.text
    where = answer.headers["location"]
    assert where == f"/v1/articles/{answer.json()['article']}"
    article = (await client.get(where)).json()
    assert (article["outlet"], article["published_at"], article["url"]) == (
        "Harbour Wire",
        "2031-03-04",
        "https://harbour.example/bridge",
    )
    (statement,) = article["statements"]
    assert (statement["speaker"], statement["text"]) == ("Colette Arnaud", '"The bridge will open in May,"')

    again = await client.post("/v1/articles", json=NEWS)
    assert (again.status_code, again.json()["outcome"], again.headers["location"]) == (200, "unchanged", where)
    copied = await client.post("/v1/articles", json={**NEWS, "url": "https://harbour.example/copy"})
    assert (copied.status_code, copied.json()["outcome"], copied.headers["location"]) == (200, "duplicate", where)


@pytest.mark.parametrize(
    ("body", "status", "words"),
    [
        ({}, 422, "body.text"),
        ({"text": 5}, 422, "body.text"),
        ({"text": "Hello.", "author": "me"}, 422, "body.author"),
        ({"text": " \n"}, 422, "no text"),
        ({"text": "\x00\x01"}, 422, "no text"),
        ({"text": "Hello.", "published_at": "soon"}, 422, "date"),
        ({"text": "Hello.", "url": "ftp://x/y"}, 422, "URL"),
        ({"text": "Привет, мир! Это новости на русском языке."}, 422, "English"),
        ({"text": "word " * 21_000}, 413, "at most 100,000"),
        ({"text": "word " * 61_000}, 413, "300,000 bytes"),
        ([], 422, "body"),
        ("Hello.", 422, "body"),
    ],
)
async def test_a_bad_article_is_refused_with_the_reason(
    client: httpx.AsyncClient, body: object, status: int, words: str
) -> None:
    answer = await client.post("/v1/articles", json=body)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert words in answer.text
    assert (await client.get("/v1/articles")).json()["rows"] == []


@pytest.mark.parametrize("content", [b"", b"{", b"{\xff}", b"[" * 100_000, b'{"text": "\\ud800 half"}'])
async def test_what_is_not_json_is_refused(client: httpx.AsyncClient, content: bytes) -> None:
    answer = await client.post("/v1/articles", content=content, headers={"content-type": "application/json"})
    assert answer.status_code in {400, 422}
    assert answer.headers["content-type"] == "application/problem+json"
