"""The commands over a graph that changes, is broken or is large."""

import json
import os
import subprocess
import sys
from pathlib import Path

from graph_service.cli.exits import Exit
from graph_service.export import PAGE
from graph_service.store.local import Connection
from tests.cli.graphs import cypher, fill
from tests.handmade import many, namesake

COMMAND = Path(sys.executable).with_name("graph-service")


def test_export_walks_over_pages_once_each_in_order(run, neo4j_env: Connection, tmp_path: Path) -> None:
    fill(neo4j_env, many(PAGE + 20), many(7, day=8))
    out = tmp_path / "all.jsonl"
    shown = run("export", "--out", str(out))
    assert f"{PAGE + 27} statements" in shown.stderr
    exported = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert len({row["statement"] for row in exported}) == PAGE + 27
    assert [row["published_at"] for row in exported] == ["2031-03-08"] * 7 + ["2031-03-07"] * (PAGE + 20)
    asked = run("ask", "--limit", str(PAGE + 1), "--json").stdout.splitlines()
    assert [json.loads(line) for line in asked] == exported[: PAGE + 1]


def test_a_reader_that_goes_away_early_is_no_crash(neo4j_env: Connection) -> None:
    fill(neo4j_env, many(300))
    done = subprocess.run(
        f"{COMMAND} export | head -n 1", shell=True, env=os.environ, capture_output=True, text=True, check=False
    )
    assert json.loads(done.stdout)["speaker"] == "Lena Brandt"
    assert "Traceback" not in done.stderr


def test_a_broken_graph_ends_with_1(run, neo4j_env: Connection) -> None:
    fill(neo4j_env, namesake())
    cypher(neo4j_env, "MATCH (:Statement)<-[said:SAID]-() DELETE said")
    shown = run("doctor")
    assert shown.exit_code == Exit.SOME_FAILED
    assert "statement_has_one_speaker" in shown.stdout
    assert "do not hold" in shown.stderr
