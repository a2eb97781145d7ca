"""The client against a real service."""

import datetime

import httpx
import pandas as pd
import pytest

from graph_service.client import ApiProblem, GraphClient, ServiceAway
from graph_service.client.problems import raise_problem
from graph_service.client.rows import PAGE
from graph_service.errors import GraphServiceError


def test_all_rows_over_all_pages(client: GraphClient) -> None:
    rows = list(client.statements(speaker="Lena Brandt"))
    assert len(rows) == 520 > PAGE
    assert len({row.statement for row in rows}) == 520
    assert [row.start for row in rows] == sorted(row.start for row in rows)
    assert rows[0].published_at == datetime.date(2031, 3, 7)


@pytest.mark.parametrize("limit", [0, 3, 510])
def test_as_many_as_were_asked_for(client: GraphClient, limit: int) -> None:
    assert len(list(client.statements(speaker="Lena Brandt", limit=limit))) == limit


def test_walking_again_asks_again(client: GraphClient) -> None:
    rows = client.statements(about="Ada Novak")
    assert [row.speaker for row in rows] == [row.speaker for row in rows] == ["Ben Ortiz"]


def test_a_table(client: GraphClient) -> None:
    frame = client.statements(since=datetime.date(2031, 3, 5), until=datetime.date(2031, 3, 6)).to_pandas()
    assert isinstance(frame, pd.DataFrame)
    assert {"Ada Novak", "Ben Ortiz", "Ivo Novak", "a diplomat"} <= set(frame["speaker"])
    assert frame["published_at"].dt.day.isin([5, 6]).all()
    nothing = client.statements(speaker="Lena Brandt", about="Norway").to_pandas()
    assert len(nothing) == 0
    assert {"speaker", "type", "published_at"} <= set(nothing.columns)
    assert list(nothing.columns) == list(frame.columns)


def test_one_of_each_kind(client: GraphClient) -> None:
    (said,) = client.statements(speaker="Ada Novak")
    assert client.statement(said.statement).cue_spans
    assert client.article(said.article).text.startswith("Talks in Oslo")
    assert client.entity("Ada Novak").id == said.speaker_id
    assert "Ben Ortiz" in {each.name for each in client.adjacent("Ada Novak")}
    assert {each.name for each in client.entities(name="novak")} == {"Ada Novak", "Ivo Novak"}
    relation = next(iter(client.relations(type_="USES_WEAPON")))
    assert client.relation(relation.relation).type_ == "USES_WEAPON"
    assert [each.sentence for each in client.relation_evidence(relation.relation)]
    assert len(list(client.articles())) == 4
    assert list(client.judgements()) == []
    assert client.match(name="Ada Novak").candidates[0].id == said.speaker_id
    assert client.suggest(prefix="ada").rows


def test_a_named_query(client: GraphClient) -> None:
    rows = client.query("speaker_timeline", speaker="Lena Brandt", bucket="month").to_dicts()
    assert rows == [{"period": "2031-03-01", "statements": 520, "articles": 1}]
    assert len(list(client.query("top_speakers_about", about="Ada Novak", limit=1))) == 1
    assert len(list(client.query("statements_by_speaker", speaker="Lena Brandt"))) == 520
    with pytest.raises(ApiProblem, match="no such address"):
        list(client.query("../statements"))


def test_a_search(client: GraphClient) -> None:
    assert [row.speaker for row in client.search(q="treaty", by="words")] == ["Ada Novak"]


def test_a_job(client: GraphClient) -> None:
    source = {"kind": "text", "text": "Rain is likely\n\nIt will rain, Ada Novak said on Monday in the capital."}
    receipt = client.submit(source, key="once", outlet="The Harbour Post")
    assert client.submit(source, key="once", outlet="The Harbour Post").job == receipt.job
    assert client.job(receipt.job).id == receipt.job
    assert receipt.job in {each.id for each in client.jobs()}
    assert len(list(client.job_items(receipt.job))) == 1


def test_a_refusal_is_an_exception_that_says_why(client: GraphClient) -> None:
    with pytest.raises(ApiProblem, match="Give the id") as ambiguous:
        list(client.statements(speaker="Novak"))
    assert (ambiguous.value.status, ambiguous.value.type) == (409, "urn:graph-service:ambiguous-name")
    assert {each["name"] for each in ambiguous.value.candidates} == {"Ada Novak", "Ivo Novak"}
    with pytest.raises(ApiProblem, match="Did you mean Ada Novak") as unknown:
        client.entity("Ada Novac")
    assert unknown.value.status == 404
    assert unknown.value.suggestions
    with pytest.raises(ApiProblem, match="one of positive") as wrong:
        list(client.statements(stance="angry"))  # type: ignore[arg-type]
    assert wrong.value.status == 422
    assert isinstance(wrong.value, GraphServiceError)


def test_an_article_is_read(client: GraphClient) -> None:
    with pytest.raises(ApiProblem, match="English") as refused:
        client.add_article("Das ist ein deutscher Satz, und er handelt von nichts und niemandem, aber er ist lang.")
    assert refused.value.status == 422


def test_nobody_answers() -> None:
    with GraphClient("http://127.0.0.1:9") as client, pytest.raises(ServiceAway, match="does not answer") as away:
        list(client.statements())
    assert "graph-service serve" in away.value.advice


def test_a_problem_that_is_no_json() -> None:
    with pytest.raises(ApiProblem, match="Status 502") as problem:
        raise_problem(httpx.Response(502, text="<html>", headers={"Retry-After": "7"}))
    assert problem.value.retry_after == 7
