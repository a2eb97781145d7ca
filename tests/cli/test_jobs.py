"""``jobs`` and ``worker``: documents become a job, and workers read it."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from graph_service.cli.exits import Exit
from tests.cli.graphs import fill

COMMAND = Path(sys.executable).with_name("graph-service")
TEXT = "Ships wait\n\nMayor Ida Lund said on Monday that no ship would leave the harbour before the pilots had come."


@pytest.fixture
def archive(neo4j_env, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder with an article, three lines and an empty file, and an empty graph."""
    fill(neo4j_env)
    monkeypatch.setenv("GRAPH_SERVICE_STATEMENT_FINDER", "rules")
    lines = [json.dumps({"text": f"{TEXT} They came on day {day}."}) for day in range(2)]
    (tmp_path / "one.txt").write_text(TEXT)
    (tmp_path / "two.jsonl").write_text("\n".join([*lines, "no line"]))
    return tmp_path


def test_a_job_from_submitting_to_trying_again(run, archive: Path) -> None:
    submitted = run("jobs", "submit", str(archive), "--outlet", "Harbour Wire", "--json")
    assert submitted.exit_code == Exit.DONE
    row = json.loads(submitted.stdout)
    assert (row["state"], row["total"], row["waiting"], row["failed"]) == ("waiting", 4, 3, 1)
    assert json.loads(run("jobs", "show", "last", "--json").stdout) == row
    assert json.loads(run("jobs", "list", "--json").stdout) == row
    assert row["id"] in run("jobs", "list").stdout.replace("\n", "")
    failed = run("jobs", "items", "last", "--state", "failed", "--csv").stdout.splitlines()
    assert len(failed) == 2
    assert "two.jsonl, line 3" in failed[1]
    cancelled = run("jobs", "cancel", row["id"], "--json")
    assert json.loads(cancelled.stdout)["skipped"] == 3
    assert "0 items are tried again." in run("jobs", "retry", "last").stderr
    watched = run("jobs", "watch", "last", "--json")
    assert watched.exit_code == Exit.SOME_FAILED
    assert json.loads(watched.stdout)["state"] == "done"


def test_ingest_by_way_of_a_job_is_worked_on_until_it_is_done(run, archive: Path) -> None:
    (archive / "two.jsonl").unlink()
    done = run("ingest", "--job", str(archive), "--workers", "1", "--json")
    assert done.exit_code == Exit.DONE, done.stderr
    row = json.loads(done.stdout)
    assert (row["state"], row["done"], row["total"]) == ("done", 1, 1)
    assert json.loads(run("query", "articles", "--json").stdout)["title"] == "Ships wait"


def test_workers_start_again_when_they_are_killed_and_end_with_ctrl_c(run, archive: Path) -> None:
    process = subprocess.Popen(
        [COMMAND, "jobs", "run", "--workers", "1"], env=os.environ, stderr=subprocess.PIPE, text=True
    )
    try:
        first = worker_of(process.pid)
        os.kill(first, signal.SIGKILL)
        assert worker_of(process.pid, but=first) != first
        process.send_signal(signal.SIGINT)
        _, log = process.communicate(timeout=60)
        assert process.returncode == Exit.DONE
        assert "A worker ended with -9" in log
        assert "Traceback" not in log
    finally:
        process.kill()
        process.wait()


def worker_of(pid: int, but: int = 0) -> int:
    """The process of a supervisor's worker."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        for child in psutil.Process(pid).children():
            if child.pid != but and "worker" in child.cmdline():
                return child.pid
        time.sleep(0.1)
    raise AssertionError("There is no worker.")


@pytest.mark.parametrize("arguments", [["submit"], ["show", "job:none"], ["items", "job:none"], ["cancel", "job:none"]])
def test_what_is_not_there_is_a_wrong_use(run, archive: Path, arguments: list[str]) -> None:
    assert run("jobs", *arguments).exit_code == Exit.USAGE


def test_without_any_job_last_says_what_to_do(run, archive: Path, neo4j_env) -> None:
    shown = run("jobs", "show", "last")
    assert shown.exit_code == Exit.USAGE
    assert "graph-service jobs submit" in shown.stderr


@pytest.mark.parametrize("option", [["--url", "https://a.example/1"], ["--again"], ["--column", "text=body"]])
def test_what_a_job_does_not_take_is_said(run, archive: Path, option: list[str]) -> None:
    assert run("ingest", "--job", str(archive), *option).exit_code == Exit.USAGE
