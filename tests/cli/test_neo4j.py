"""The commands for the local server. What they start and stop is tested with the server itself."""

import json
import socket
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from graph_service.cli.exits import Exit
from graph_service.settings import Settings
from graph_service.store.local import Connection

KEYS = {"running", "pid", "uri", "browser_url", "version", "java", "data_dir", "data_bytes"}


@pytest.fixture
def no_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.delenv("NEO4J_URI", raising=False)
    monkeypatch.setenv("GRAPH_SERVICE_DATA_DIR", str(tmp_path / "data"))
    return tmp_path / "data" / "neo4j"


@pytest.fixture
def a_server(monkeypatch: pytest.MonkeyPatch, neo4j_settings: Settings, neo4j_server: Connection) -> Connection:
    monkeypatch.delenv("NEO4J_URI", raising=False)
    monkeypatch.setenv("GRAPH_SERVICE_DATA_DIR", str(neo4j_settings.data_dir))
    return neo4j_server


def test_status_without_a_server_starts_none(run, no_server: Path) -> None:
    shown = run("neo4j", "status", "--json")
    found = json.loads(shown.stdout)
    assert set(found) == KEYS
    assert (found["running"], found["pid"], found["data_bytes"]) == (False, None, 0)
    assert found["data_dir"] == str(no_server)
    assert not no_server.exists()
    assert "False" in run("neo4j", "status").stdout


def test_a_server_that_does_not_run_need_not_be_stopped(run, no_server: Path) -> None:
    shown = run("neo4j", "stop")
    assert shown.exit_code == Exit.DONE
    assert "was not running" in shown.stderr


def test_a_reset_asks_first(run, no_server: Path) -> None:
    no_server.mkdir(parents=True)
    (no_server / "password").write_text("x\n", "utf-8")
    refused = run("neo4j", "reset", stdin="n\n")
    assert refused.exit_code != Exit.DONE
    assert str(no_server) in refused.stderr
    assert run("neo4j", "reset", stdin="").exit_code != Exit.DONE
    assert no_server.exists()
    assert run("neo4j", "reset", "--yes").exit_code == Exit.DONE
    assert not no_server.exists()


def test_a_reset_leaves_another_programs_folder_alone(run, no_server: Path) -> None:
    no_server.mkdir(parents=True)
    (no_server / "data").touch()
    shown = run("neo4j", "reset", "--yes")
    assert shown.exit_code == Exit.USAGE
    assert "GRAPH_SERVICE_DATA_DIR" in shown.stderr
    assert (no_server / "data").exists()


def test_status_of_a_server(run, a_server: Connection) -> None:
    found = json.loads(run("neo4j", "status", "--json").stdout)
    assert (found["running"], found["uri"]) == (True, a_server.uri)
    assert found["version"].startswith("5.26.")


def test_the_browser_shows_the_password_when_asked(run, a_server: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    password = a_server.password.get_secret_value()
    # nobody listens there
    monkeypatch.setenv("GRAPH_SERVICE_PORT", "9")
    bare, shown = run("neo4j", "browser"), run("neo4j", "browser", "--show-password")
    assert bare.stdout == f"{a_server.browser_url}\n"
    assert password not in bare.stdout + bare.stderr
    assert "password is in" in bare.stderr
    assert shown.stdout.splitlines() == [a_server.browser_url, password]


def test_a_set_address_is_said(run, no_server: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://db.example")
    assert "NEO4J_URI is set" in run("neo4j", "status", "--json").stderr


def test_the_browser_opens_the_guide_while_the_service_runs(
    run, a_server: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        monkeypatch.setenv("GRAPH_SERVICE_PORT", str(port))
        shown = run("neo4j", "browser").stdout
    asked = parse_qs(urlsplit(shown.strip()).query)
    assert (asked["cmd"], asked["arg"]) == (["guide"], [f"http://localhost:{port}/browser/guide.html"])
