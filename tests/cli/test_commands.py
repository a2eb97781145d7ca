"""What every command has in common, and what needs no database."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.main import get_command

from graph_service import __version__
from graph_service.cli.exits import MEANING, Exit, exit_code
from graph_service.cli.main import app
from graph_service.errors import BadArticle, BadQuery, GraphServiceError, ModelMissing, StoreUnavailable, UnknownName

COMMAND = Path(sys.executable).with_name("graph-service")
COMMANDS = sorted(get_command(app).commands)
HEAVY = ("spacy", "neo4j", "fastapi", "pydantic", "trafilatura", "uvicorn")


def test_help_imports_nothing_heavy() -> None:
    code = f"import sys, graph_service.cli.main; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_an_example_of_itself(run, command: str) -> None:
    shown = run(command, "--help")
    assert shown.exit_code == Exit.DONE
    assert f"graph-service {command}" in shown.stdout.split("Usage:")[1].split("\n", 1)[1]


def test_the_version(run) -> None:
    assert run("--version").stdout == f"graph-service {__version__}\n"


def test_an_unknown_option_is_a_wrong_use(run) -> None:
    assert run("ask", "--speeker", "Ana").exit_code == Exit.USAGE


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (GraphServiceError, Exit.SOME_FAILED),
        (BadArticle, Exit.SOME_FAILED),
        (BadQuery, Exit.USAGE),
        (UnknownName, Exit.USAGE),
        (StoreUnavailable, Exit.STORE_UNAVAILABLE),
        (ModelMissing, Exit.NOT_INSTALLED),
    ],
)
def test_the_kind_of_an_error_decides_the_exit_code(error: type[GraphServiceError], code: Exit) -> None:
    assert exit_code(error("x")) is code
    assert MEANING[code]


def test_a_wrong_setting_is_named_without_its_value(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRAPH_SERVICE_PORT", "hunter2")
    shown = run("doctor")
    assert shown.exit_code == Exit.USAGE
    assert "GRAPH_SERVICE_PORT" in shown.stderr.upper() or "port" in shown.stderr
    assert "hunter2" not in shown.output


def test_without_the_corpora_evaluate_says_so_plainly(run, tmp_path: Path) -> None:
    shown = run("evaluate", "--corpora", str(tmp_path))
    assert shown.exit_code == Exit.NOT_INSTALLED
    assert "--corpora" in shown.stderr
    assert shown.stdout == ""


def test_neo4j_away_is_said_quickly_and_with_what_to_do(tmp_path: Path) -> None:
    started = time.monotonic()
    done = subprocess.run(
        [COMMAND, "ask", "--speaker", "Ana"],
        env=os.environ | {"NEO4J_URI": "bolt://127.0.0.1:1", "NEO4J_PASSWORD": "hunter2"},
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == Exit.STORE_UNAVAILABLE
    assert "graph-service neo4j start" in done.stderr
    assert "Traceback" not in done.stderr
    assert "hunter2" not in done.stderr
    assert time.monotonic() - started < 10


def test_a_file_that_cannot_be_written_is_named(run, tmp_path: Path) -> None:
    lines = tmp_path / "in.jsonl"
    lines.write_text("")
    shown = run("extract", "--jsonl", str(lines), "--out", str(tmp_path / "none" / "out.jsonl"))
    assert shown.exit_code == Exit.SOME_FAILED
    assert "none/out.jsonl: No such file or directory." in shown.stderr


@pytest.mark.parametrize("arguments", [[], ["a.txt", "--jsonl", "tests"], ["--out", "b.jsonl"]])
def test_extract_takes_one_article_or_a_file_of_lines(run, arguments: list[str]) -> None:
    assert run("extract", *arguments).exit_code == Exit.USAGE
