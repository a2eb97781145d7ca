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


def statement_of(run, speaker: str) -> str:
    return json.loads(run("ask", "--speaker", speaker, "--json").stdout.splitlines()[0])["statement"]


def test_a_statement_is_corrected_and_exported_as_gold(run, graph: None, tmp_path) -> None:
    statement, gone = statement_of(run, "Ada Novak"), statement_of(run, "Ivo Novak")
    judgement = told(run, "speaker", statement, "Ivo Novak", "--why", "his words", "--by", "kari")
    assert (judgement["kind"], judgement["other"], judgement["statement"]) == (
        "wrong_speaker",
        "person:ivo-novak",
        statement,
    )
    targeted = told(run, "target", statement, "--about", "Ada Novak", "--why", "she is meant", "--by", "kari")
    told(run, "dismiss", gone, "--why", "a headline", "--by", "kari")
    shown = run("judge", "list")
    assert "wrong_speaker" in "".join(shown.stdout.split())
    out = tmp_path / "gold.jsonl"
    assert "2 corrected articles" in run("export", "--corrections", "--out", str(out)).stderr
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    [corrected] = [line for line in lines if not line["non_statements"]]
    [without] = [line for line in lines if line["non_statements"]]
    [looked_at] = [each for each in corrected["statements"] if each["judgements"]]
    assert looked_at["judgements"] == [judgement["id"], targeted["id"]]
    assert (looked_at["speaker"], looked_at["targets"][-1]) == ("person:ivo-novak", "person:ada-novak")
    start, end = looked_at["content"][0]
    assert corrected["text"][start:end] in json.dumps(judgement["text"])
    assert [each["by"] for each in corrected["judgements"]] == ["kari", "kari"]
    assert {each["kind"] for each in without["judgements"]} == {"not_a_statement"}
    assert run("export", "--corrections", "--format", "csv").exit_code == Exit.USAGE


def test_a_correction_that_is_not_complete_says_what_lacks(run, graph: None) -> None:
    shown = run("judge", "target", statement_of(run, "Ada Novak"), "--why", "hm")
    assert (shown.exit_code, "whom it is not about" in shown.stderr) == (Exit.USAGE, True)
    shown = run("judge", "speaker", "statement:none", "Ada Novak", "--why", "hm")
    assert (shown.exit_code, "There is no statement" in shown.stderr) != (Exit.DONE, False)
