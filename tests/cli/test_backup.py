"""The commands ``backup`` and ``restore``."""

import json
from pathlib import Path

from graph_service.cli.exits import Exit
from graph_service.store.local import Connection
from tests.cli.graphs import cypher, fill
from tests.handmade import namesake, talks

EMPTY = "MATCH (n:Article|Statement|Relation|Entity|AnonymousSource|Judgement) DETACH DELETE n"


def test_back_and_forth(run, neo4j_env: Connection, tmp_path: Path) -> None:
    fill(neo4j_env, talks(), namesake())
    file = str(tmp_path / "graph.zip")
    said = run("ask", "--json").stdout
    shown = run("backup", file)
    assert shown.exit_code == Exit.DONE
    assert "2 articles" in shown.stderr
    assert "4 statements" in shown.stderr
    again = run("backup", file)
    assert again.exit_code == Exit.SOME_FAILED
    assert "--force" in again.stderr
    manifest = json.loads(run("backup", file, "--force", "--json").stdout)

    refused = run("restore", file)
    assert refused.exit_code == Exit.SOME_FAILED
    assert "--replace" in refused.stderr
    cypher(neo4j_env, EMPTY)
    assert json.loads(run("restore", file, "--json").stdout) == manifest
    assert run("ask", "--json").stdout == said
    assert run("restore", file, "--replace").exit_code == Exit.DONE
    assert run("ask", "--json").stdout == said


def test_what_is_no_backup_is_said_in_one_line(run, neo4j_env: Connection, tmp_path: Path) -> None:
    (tmp_path / "photo.zip").write_bytes(b"no zip at all")
    shown = run("restore", str(tmp_path / "photo.zip"))
    assert shown.exit_code == Exit.SOME_FAILED
    assert "no backup" in shown.stderr
    assert "Traceback" not in shown.stderr
    assert run("restore", str(tmp_path / "nothing.zip")).exit_code == Exit.SOME_FAILED
