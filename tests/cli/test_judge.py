"""``graph-service judge`` on a real Neo4j."""

import json

import pytest

from graph_service.cli.exits import Exit
from graph_service.store.local import Connection
from tests.cli.graphs import fill
from tests.handmade import namesake, talks
from tests.store.examples import called, mention_of


@pytest.fixture
def graph(neo4j_server: Connection, neo4j_env: Connection) -> None:
    """Two small articles, anew for each test, since judgements change the graph."""
    fill(neo4j_server, talks(), namesake())


def told(run, *arguments: str) -> dict:
    shown = run("judge", *arguments, "--json")
    assert shown.exit_code == Exit.DONE, shown.output
    return json.loads(shown.stdout)


def speakers(run) -> set[str]:
    return {json.loads(line)["speaker"] for line in run("ask", "--json").stdout.splitlines()}


def test_merge_and_withdraw(run, graph: None) -> None:
    before = speakers(run)
    judgement = told(run, "merge", "Ada Novak", "Ivo Novak", "--why", "a nickname", "--by", "kari")
    assert (judgement["other"], judgement["by"]) == ("person:ivo-novak", "kari")
    assert speakers(run) == before - {"Ivo Novak"}
    assert "Novak" not in run("ask", "--speaker", "person:ivo-novak").stderr
    shown = run("judge", "withdraw", judgement["id"], "--why", "cousins")
    assert (shown.exit_code, "withdrew " + judgement["id"] in shown.stderr) == (Exit.DONE, True)
    assert speakers(run) == before


def test_distinct_forbids_a_merge_and_says_how_to_allow_it(run, graph: None) -> None:
    judgement = told(run, "distinct", "Ada Novak", "Ivo Novak", "--why", "they met")
    shown = run("judge", "merge", "Ada Novak", "Ivo Novak", "--why", "a nickname")
    assert shown.exit_code == Exit.USAGE
    assert f"Withdraw {judgement['id']} first." in shown.stderr


def test_split_in_an_article(run, graph: None) -> None:
    article = json.loads(run("ask", "--speaker", "Ivo Novak", "--json").stdout)["article"]
    judgement = told(
        run, "split", "Ivo Novak", "--article", article, "--name", "Ivo Novak (sailor)", "--why", "a namesake"
    )
    assert judgement["other"].startswith("person:ivo-novak-sailor~")
    assert "Ivo Novak (sailor)" in speakers(run)


def test_judgements_are_listed(run, graph: None) -> None:
    first = told(run, "merge", "Ada Novak", "Ivo Novak", "--why", "a nickname")
    told(run, "withdraw", first["id"], "--why", "cousins")
    assert run("judge", "list", "--json").stdout == ""
    [row] = [json.loads(line) for line in run("judge", "list", "--all", "--json").stdout.splitlines()]
    assert (row["id"], row["active"], row["withdrawn_why"]) == (first["id"], False, "cousins")
    assert first["id"] in "".join(run("judge", "list", "--all").stdout.split())


def test_an_ambiguous_name_lists_whom_it_may_mean(run, graph: None) -> None:
    shown = run("judge", "merge", "Novak", "Ben Ortiz", "--why", "a guess")
    assert shown.exit_code != Exit.DONE
    assert "person:ada-novak" in shown.stderr


def test_match_tells_who_may_be_meant(run, graph: None) -> None:
    shown = run("match", "A. Novak", "--type", "Person", "--json")
    first = json.loads(shown.stdout.splitlines()[0])
    assert (first["id"], first["articles"]) == ("person:ada-novak", 1)
    assert "Ada Novak" in run("match", "A. Novak").stdout
    assert run("match", "Novak", "--type", "Ship").exit_code == Exit.USAGE
    assert run("match", "Novak", "--date", "soon").exit_code == Exit.USAGE


def test_dedupe_says_how_to_decide(run, neo4j_server: Connection, graph: None) -> None:
    article, entity = called("A. Novak")
    fill(neo4j_server, talks(), mention_of(article, entity))
    [pair] = [json.loads(line) for line in run("dedupe", "--json").stdout.splitlines()]
    assert {pair["entity"], pair["other"]} == {"person:ada-novak", "person:a-novak"}
    assert f"judge merge {pair['entity']} {pair['other']}" in run("dedupe").stderr
