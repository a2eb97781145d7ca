"""The managed local Neo4j: one server for one data folder, whoever asks for it."""

import time
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import neo4j
from filelock import FileLock
from neo4j.exceptions import AuthError, Neo4jError, ServiceUnavailable
from pydantic import SecretStr
from rich.console import Console

from graph_service.errors import ServerStartFailed
from graph_service.settings import Settings
from graph_service.store.local import process
from graph_service.store.local.configuration import LOOPBACK, command, write_configuration
from graph_service.store.local.home import Home, Ports, State
from graph_service.store.local.jars import ensure_jars, neo4j_version, read_lock
from graph_service.store.local.java import find_java

USER = "neo4j"
_FIRST_PASSWORD = "neo4j"  # noqa: S105  (every new Neo4j has it, until we change it)
_POLL_SECONDS = 0.2


class Connection(NamedTuple):
    """How to reach a Neo4j. ``browser_url`` is known for the managed server only."""

    uri: str
    user: str
    password: SecretStr
    browser_url: str | None = None


class Status(NamedTuple):
    """How the managed server is. ``java`` is the program that runs it, ``data_bytes`` the size of its data."""

    running: bool
    pid: int | None
    uri: str | None
    browser_url: str | None
    version: str
    data_dir: Path
    data_bytes: int
    java: str | None


class LocalServer:
    """The managed Neo4j of one data folder. Its methods may be called by many processes at once."""

    def __init__(self, settings: Settings, console: Console | None = None) -> None:
        self._settings = settings
        self._home = Home(settings.data_dir.absolute() / "neo4j")
        self._console = console or Console(stderr=True)

    @property
    def password_file(self) -> Path:
        """The file with the password of user ``neo4j``, readable by its owner alone."""
        return self._home.password_file

    @property
    def log_file(self) -> Path:
        """What the server printed since it was last started."""
        return self._home.console_log

    def ensure(self) -> Connection:
        """The connection to the server, started if it does not run. Raises ``ServerStartFailed``."""
        return self._running() or self.start()

    def start(self) -> Connection:
        """Start the server unless it runs, and wait until it answers. Raises ``ServerStartFailed``."""
        with self._locked():
            return self._running() or self._start()

    def stop(self) -> bool:
        """Stop the server and wait until it is gone; whether it ran."""
        with self._locked():
            return self._stop()

    def reset(self) -> None:
        """Stop the server and remove its data, its settings and its password."""
        with self._locked():
            self._stop()
            self._home.remove()

    def status(self) -> Status:
        """How the server is; starts nothing."""
        state, connection = self._home.state(), self._running()
        return Status(
            running=connection is not None,
            pid=state.pid if state and connection else None,
            uri=connection.uri if connection else None,
            browser_url=connection.browser_url if connection else None,
            version=state.version if state and connection else neo4j_version(),
            data_dir=self._home.path,
            data_bytes=self._home.data_bytes(),
            java=state.java if state and connection else None,
        )

    def _locked(self) -> FileLock:
        try:
            self._home.lock_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            return FileLock(self._home.lock_file)
        except OSError as error:
            raise self._not_writable(error) from error

    def _running(self) -> Connection | None:
        """The connection to a server that runs and is ready, by what is remembered about it."""
        state, password = self._home.state(), self._home.password()
        if state is None or password is None or not state.ready:
            return None
        found = process.find(self._home, state.pid)
        if found is None or found.pid != state.pid or not process.answers(state.ports.bolt):
            return None
        return _connection(state.ports, password)

    def _stop(self) -> bool:
        state = self._home.state()
        found = process.find(self._home, state.pid if state else None)
        if found:
            process.stop(found)
        return found is not None

    def _start(self) -> Connection:
        # one that runs and is not ready is what a killed start left behind
        self._stop()
        java = find_java(self._settings.neo4j_java)
        jars = ensure_jars(self._settings.cache_dir / "jars", read_lock(), self._console)
        try:
            self._home.make()
            password = self._home.make_password()
            return self._launch(java.path, jars, password)
        except OSError as error:
            raise self._not_writable(error) from error

    def _launch(self, java: Path, jars: list[Path], password: SecretStr) -> Connection:
        old = self._home.state()
        wanted = Ports(self._settings.neo4j_bolt_port, self._settings.neo4j_http_port)
        ports = process.free_ports(wanted, old.ports if old else None)
        write_configuration(self._settings, self._home, ports)
        pid = process.start(command(java, jars, self._settings, self._home), self._home)
        state = State(pid=pid, ports=ports, version=neo4j_version(), java=str(java))
        self._home.remember(state)
        try:
            self._wait_until_ready(state, password)
        except BaseException:
            self._stop()
            raise
        self._home.remember(state.model_copy(update={"ready": True}))
        return _connection(ports, password)

    def _wait_until_ready(self, state: State, password: SecretStr) -> None:
        deadline = time.monotonic() + self._settings.neo4j_start_seconds
        while not all(process.answers(port) for port in state.ports):
            if not process.runs(state.pid):
                raise process.failure(self._home, "The local Neo4j stopped while it started.")
            if time.monotonic() > deadline:
                raise process.failure(self._home, "The local Neo4j took too long to start.")
            time.sleep(_POLL_SECONDS)
        self._take_password(state.ports, password)

    def _take_password(self, ports: Ports, password: SecretStr) -> None:
        """Log in with our password; where it is not yet set, set it with the one a new server has."""
        if _logs_in(ports, password.get_secret_value()):
            return
        try:
            _set_password(ports, password.get_secret_value())
        except (Neo4jError, ServiceUnavailable) as error:
            advice = f"Restore {self._home.password_file}, or remove the data with `graph-service neo4j reset`."
            detail = "The local Neo4j does not take the password in its data folder."
            raise ServerStartFailed(detail, advice=advice) from error

    def _not_writable(self, error: OSError) -> ServerStartFailed:
        advice = "Make room there or set GRAPH_SERVICE_DATA_DIR to a folder that can be written."
        return ServerStartFailed(f"{self._home.path} cannot be used: {error}.", advice=advice)


def _uri(ports: Ports) -> str:
    return f"bolt://{LOOPBACK}:{ports.bolt}"


def _connection(ports: Ports, password: SecretStr) -> Connection:
    target = urlencode({"connectURL": f"bolt://{USER}@{LOOPBACK}:{ports.bolt}", "db": "neo4j"})
    return Connection(_uri(ports), USER, password, f"http://{LOOPBACK}:{ports.http}/browser/?{target}")


def _logs_in(ports: Ports, password: str) -> bool:
    with neo4j.GraphDatabase.driver(_uri(ports), auth=(USER, password)) as driver:
        try:
            driver.verify_connectivity()
        except AuthError:
            return False
        return True


def _set_password(ports: Ports, password: str) -> None:
    query = "ALTER CURRENT USER SET PASSWORD FROM $old TO $new"
    with neo4j.GraphDatabase.driver(_uri(ports), auth=(USER, _FIRST_PASSWORD)) as driver:
        driver.execute_query(query, old=_FIRST_PASSWORD, new=password, database_="system")
