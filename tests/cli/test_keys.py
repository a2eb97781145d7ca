"""``keys`` from the command line, and a whole run in which no secret may be seen."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from graph_service.cli.exits import Exit
from graph_service.settings import Settings

COMMAND = Path(sys.executable).with_name("graph-service")


@pytest.fixture
def keys_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "keys.json"
    monkeypatch.setenv("GRAPH_SERVICE_KEYS_FILE", str(path))
    return path


def test_a_key_is_made_listed_and_revoked(run, keys_file: Path) -> None:
    made = run("keys", "create", "notebook", "--scope", "read", "--scope", "cypher", "--days", "3")
    secret = made.stdout.strip()
    assert re.fullmatch(r"gsk_[0-9a-f]{10}_[\w-]{43}", secret)
    (row,) = [json.loads(line) for line in run("keys", "list", "--json").stdout.splitlines()]
    assert (row["name"], row["scopes"], row["state"]) == ("notebook", ["cypher", "read"], "active")
    assert secret not in json.dumps(row) + run("keys", "list").stdout
    assert run("keys", "revoke", row["id"]).exit_code == Exit.DONE
    assert json.loads(run("keys", "list", "--json").stdout)["state"] == "revoked"


def test_an_unknown_scope_or_key_is_named(run, keys_file: Path) -> None:
    shown = run("keys", "create", "x", "--scope", "all")
    assert (shown.exit_code, "admin" in shown.stderr) == (Exit.USAGE, True)
    shown = run("keys", "revoke", "0123456789")
    assert (shown.exit_code, "keys list" in shown.stderr) == (Exit.USAGE, True)
    assert "keys create" in run("keys", "list").stderr


def test_an_address_that_others_reach_needs_keys(run, graph: Settings) -> None:
    shown = run("serve", "--host", "0.0.0.0", "--port", "0")
    assert shown.exit_code == Exit.USAGE
    assert "GRAPH_SERVICE_ACCESS=keys" in shown.stderr


def test_no_secret_is_seen_in_a_whole_run(run, graph: Settings, keys_file: Path, neo4j_server) -> None:
    secret = run("keys", "create", "all", *(f"--scope={each}" for each in ("read", "ingest", "cypher", "admin"))).stdout
    secret = secret.strip()
    told = {
        "GRAPH_SERVICE_ACCESS": "keys",
        "GRAPH_SERVICE_CYPHER": "true",
        "GRAPH_SERVICE_LOG_FORMAT": "json",
        "GRAPH_SERVICE_CYPHER_SECONDS": "60",
    }
    command = [COMMAND, "serve", "--port", "0"]
    process = subprocess.Popen(command, env=os.environ | told, stderr=subprocess.PIPE, text=True)
    try:
        address = re.search(r"http://\S+:\d+", process.stderr.readline())[0]
        answers = _use(address, secret)
        process.send_signal(signal.SIGINT)
        _, log = process.communicate(timeout=60)
    finally:
        process.kill()
    lines = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    assert {"time", "level", "message", "request_id", "status", "path"} <= set(lines[-1])
    assert len(lines) >= len(answers)
    seen = log + "".join(answer.text + repr(answer.headers) for answer in answers) + keys_file.read_text("utf-8")
    password = neo4j_server.password.get_secret_value()
    for hidden in (secret, secret.split("_", 2)[2], password, "RETURN 1 AS hidden", "Traceback"):
        assert hidden not in seen, hidden[:4]


def _use(address: str, secret: str) -> list[httpx.Response]:
    """Good requests and bad ones, with the key where it belongs and where it does not."""
    with httpx.Client(base_url=address, timeout=120) as client:
        anonymous = client.get("/v1/statements")
        wrong = client.get("/v1/statements", headers={"Authorization": f"Basic {secret}"})
        cut = client.get("/v1/statements", headers={"Authorization": f"Bearer {secret[:-1]}"})
        client.headers["Authorization"] = f"Bearer {secret}"
        good = client.get("/v1/statements")
        typed = client.post("/v1/cypher", json={"query": "RETURN 1 AS hidden"})
        mistyped = client.post("/v1/cypher", json={"query": "RETRUN 1"})
        refused = client.post("/v1/cypher", json={"query": "SHOW SETTINGS"})
        unknown = client.get("/v1/statements/none")
        assert [each.status_code for each in (anonymous, wrong, cut, good)] == [401, 401, 401, 200]
        assert [each.status_code for each in (typed, mistyped, refused, unknown)] == [200, 422, 422, 404]
        return [anonymous, wrong, cut, good, mistyped, refused, unknown]
