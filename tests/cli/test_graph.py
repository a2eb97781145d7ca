"""The commands that ask the graph, against a real Neo4j: the same rows at every door."""

import asyncio
import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph_service.cli.exits import Exit
from graph_service.queries import catalogue
from graph_service.settings import Settings
from graph_service.store import GraphStore

COMMAND = Path(sys.executable).with_name("graph-service")


def rows(shown) -> list[dict]:
    assert shown.exit_code == Exit.DONE, shown.output
    return [json.loads(line) for line in shown.stdout.splitlines()]


def from_store(settings: Settings, name: str, **raw: object) -> list[dict[str, object]]:
    async def read() -> list[dict[str, object]]:
        async with GraphStore.open(settings) as store:
            return await store.read(catalogue()[name], raw)

    return asyncio.run(read())


# --- ask ----------------------------------------------------------------------------------------------------------


def test_ask_gives_the_rows_of_the_store_and_of_query(run, graph: Settings) -> None:
    asked = rows(run("ask", "--speaker", "Ben Ortiz", "--about", "ada novak", "--json"))
    assert [row["text"] for row in asked] == ["that Ada Novak was =late again"]
    speaker, about = asked[0]["speaker_id"], asked[0]["about_ids"][0]
    assert asked == from_store(graph, "statements", speaker=speaker, about=about)
    assert asked == rows(run("query", "statements", "speaker=Ortiz", "about=Ada Novak", "--json"))


@pytest.mark.parametrize(
    ("options", "texts"),
    [
        (("--to", "Ortiz"), ["We will sign the treaty,"]),
        (("--reported-by", "Kestrel News"), ["Norway welcomed the talks"]),
        (("--q", "rained"), ["It rained,"]),
        (("--type", "indirect", "--about", "Norway"), ["Norway welcomed the talks"]),
        (("--outlet", "The Harbour Post", "--until", "2031-03-05", "--limit", "1"), ["We will sign the treaty,"]),
        (("--since", "2032-01-01"), []),
    ],
)
def test_every_option_narrows(run, graph: Settings, options: tuple[str, ...], texts: list[str]) -> None:
    assert [row["text"] for row in rows(run("ask", *options, "--json"))] == texts


def test_offsets_lead_to_the_words(run, graph: Settings) -> None:
    for row in rows(run("ask", "--json")):
        [article] = from_store(graph, "article", article=row["article"])
        assert str(article["text"])[row["start"] : row["end"]] == row["text"]


def test_a_table_for_people(run, graph: Settings) -> None:
    shown = run("ask", "--speaker", "Ortiz")
    assert "Ben Ortiz said that Ada Novak was =late again." in " ".join(shown.stdout.split())
    assert "1 found." in shown.stderr


def test_csv_has_the_same_columns(run, graph: Settings) -> None:
    shown = run("ask", "--csv")
    found = list(csv.DictReader(io.StringIO(shown.stdout)))
    assert tuple(found[0]) == catalogue()["statements"].returns
    assert len(found) == 7


def test_nothing_found_is_still_a_csv(run, graph: Settings) -> None:
    assert run("ask", "--since", "2032-01-01", "--csv").stdout.startswith("statement,speaker,")


def test_an_ambiguous_name_lists_the_ids(run, graph: Settings) -> None:
    shown = run("ask", "--speaker", "Novak")
    assert shown.exit_code == Exit.USAGE
    assert "person:ada-novak" in shown.stderr
    assert "person:ivo-novak" in shown.stderr
    assert shown.stdout == ""
    assert len(rows(run("ask", "--speaker", "person:ivo-novak", "--json"))) == 1


def test_an_unknown_name_is_a_wrong_use(run, graph: Settings) -> None:
    shown = run("ask", "--about", "Nobody Atall")
    assert shown.exit_code == Exit.USAGE
    assert "Nobody Atall" in shown.stderr


@pytest.mark.parametrize("options", [("--type", "loud"), ("--since", "yesterday"), ("--json", "--csv")])
def test_a_wrong_value_says_what_was_expected(run, graph: Settings, options: tuple[str, ...]) -> None:
    shown = run("ask", *options)
    assert shown.exit_code == Exit.USAGE
    assert shown.stdout == ""


# --- query --------------------------------------------------------------------------------------------------------


def test_without_a_name_all_queries_are_listed(run) -> None:
    assert [row["name"] for row in rows(run("query", "--json"))] == list(catalogue())


def test_a_query_describes_itself_without_a_database(run) -> None:
    shown = run("query", "statements_about", "--describe")
    assert shown.exit_code == Exit.DONE
    assert all(word in shown.stdout for word in ("about", "needed", "MATCH", "speaker_id"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nonsense",), "no query nonsense"),
        (("statements_about",), "about"),
        (("statements_about", "about=Norway", "colour=red"), "colour"),
        (("statements_about", "about=Norway", "limit=many"), "limit"),
        (("statements_about", "Norway"), "KEY=VALUE"),
        (("statements_about", "about=Norway", "about=Oslo"), "given twice"),
    ],
)
def test_a_wrong_question_says_what_was_expected(run, graph: Settings, arguments: tuple[str, ...], said: str) -> None:
    shown = run("query", *arguments)
    assert shown.exit_code == Exit.USAGE
    assert said in shown.stderr


# --- export, doctor ----------------------------------------------------------------------------------------------


def test_export_as_csv(run, graph: Settings) -> None:
    found = list(csv.DictReader(io.StringIO(run("export", "--format", "csv").stdout)))
    assert [row["statement"] for row in found] == [row["statement"] for row in rows(run("ask", "--json"))]


def test_a_sound_graph(run, graph: Settings) -> None:
    found = rows(run("doctor", "--json"))
    assert len(found) >= 15
    assert {row["violations"] for row in found} == {0}


# --- as a program -------------------------------------------------------------------------------------------------


def test_stdout_is_for_the_machine_alone(graph: Settings) -> None:
    done = subprocess.run(
        [COMMAND, "ask", "--speaker", "Ben Ortiz", "--json"], env=os.environ, capture_output=True, text=True, check=True
    )
    [line] = done.stdout.splitlines()
    assert json.loads(line)["speaker"] == "Ben Ortiz"
    assert done.stderr == ""
