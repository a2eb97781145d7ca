"""The managed local Neo4j: one server for one data folder, whoever asks for it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

from filelock import FileLock
from pydantic import SecretStr
from rich.console import Console

from graph_service.errors import ServerStartFailed
from graph_service.settings import Settings
from graph_service.store.local import process
from graph_service.store.local.configuration import command, write_configuration
from graph_service.store.local.home import LOOPBACK, Home, Ports, State
from graph_service.store.local.jar_cache import ensure_jars
from graph_service.store.local.jars import neo4j_version, read_lock
from graph_service.store.local.java import find_java
from graph_service.store.local.password import USER, take_password
from graph_service.store.local.ports import answers, choose_ports
from graph_service.store.local.trouble import PortTaken, failure, is_hopeless

_POLL_SECONDS = 0.2
_START_TRIES = 3


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
    java: str | None
    data_dir: Path
    data_bytes: int


class LocalServer:
    """The managed Neo4j of one data folder. Its methods may be called by many processes at once."""

    def __init__(self, settings: Settings, console: Console | None = None) -> None:
        self._settings = settings
        self._home = Home(settings.data_dir.resolve() / "neo4j")
        self._console = console or Console(stderr=True)

    @property
    def folder(self) -> Path:
        """The folder with its data."""
        return self._home.path

    @property
    def password_file(self) -> Path:
        """The file with the password of user ``neo4j``, readable by its owner alone."""
        return self._home.password_file

    def ensure(self) -> Connection:
        """The connection to the server, started if it does not run. Raises ``ServerStartFailed``."""
        with self._explained():
            return self._running() or self.start()

    def start(self) -> Connection:
        """Start the server unless it runs, and wait until it answers. Raises ``ServerStartFailed``."""
        with self._alone():
            return self._running() or self._start()

    def stop(self) -> bool:
        """Stop the server and wait until it is gone; whether it ran."""
        with self._alone():
            return self._stop()

    def reset(self) -> None:
        """Stop the server and remove its data, its settings and its password."""
        with self._alone():
            self._stop()
            self._home.remove()

    def status(self) -> Status:
        """How the server is; starts nothing."""
        with self._explained():
            connection, state = self._running(), self._home.state()
        running = state if connection else None
        return Status(
            running=connection is not None,
            pid=running.pid if running else None,
            uri=connection.uri if connection else None,
            browser_url=connection.browser_url if connection else None,
            version=running.version if running else neo4j_version(),
            java=running.java if running else None,
            data_dir=self._home.path,
            data_bytes=self._home.data_bytes(),
        )

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """With what the file system refuses put into words."""
        try:
            yield
        except OSError as error:
            advice = "Make room there or set GRAPH_SERVICE_DATA_DIR to a folder that you can write."
            raise ServerStartFailed(f"{self._home.path} cannot be used: {error}.", advice=advice) from error

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """With no other process starting or stopping this server."""
        with self._explained():
            self._home.lock_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with FileLock(self._home.lock_file):
                yield

    def _running(self) -> Connection | None:
        """The connection to a server that runs and is ready, by what is remembered about it."""
        state, password = self._home.state(), self._home.password()
        if state is None or password is None or not state.ready:
            return None
        if not process.is_server(state.pid, self._home) or not answers(state.ports.bolt):
            return None
        return _connection(state.ports, password)

    def _stop(self) -> bool:
        found = process.find(self._home)
        if found:
            process.stop(found)
        return found is not None

    def _start(self) -> Connection:
        # one that runs and is not ready is what a killed start left behind
        self._stop()
        java = find_java(self._settings.neo4j_java)
        jars = self._jars()
        password = self._home.prepare()
        for tries_left in reversed(range(_START_TRIES)):
            try:
                return self._launch(java.path, jars, password)
            except PortTaken:
                # by somebody who was quicker than the server
                if not tries_left:
                    raise
        raise AssertionError

    def _jars(self) -> list[Path]:
        folder = self._settings.cache_dir.absolute() / "jars"
        return ensure_jars(folder, read_lock(), self._console, self._settings.maven_repository)

    def _launch(self, java: Path, jars: list[Path], password: SecretStr) -> Connection:
        old = self._home.state()
        wanted = Ports(self._settings.neo4j_bolt_port, self._settings.neo4j_http_port)
        ports = choose_ports(wanted, old.ports if old else None)
        write_configuration(self._settings, self._home, ports)
        pid = process.start(command(java, jars, self._settings, self._home), self._home)
        state = State(pid=pid, ports=ports, version=neo4j_version(), java=str(java))
        self._home.remember(state)
        try:
            with self._console.status("Starting Neo4j"):
                self._wait_until_ready(state, password)
        except BaseException:
            self._stop()
            raise
        self._home.keep_data()
        self._home.remember(state.model_copy(update={"ready": True}))
        return _connection(ports, password)

    def _wait_until_ready(self, state: State, password: SecretStr) -> None:
        deadline = time.monotonic() + self._settings.neo4j_start_seconds
        while not all(answers(port) for port in state.ports):
            if not process.is_server(state.pid, self._home) or is_hopeless(self._home.console_log):
                raise failure(self._home.console_log, "The local Neo4j did not start.")
            if time.monotonic() > deadline:
                raise failure(self._home.console_log, "The local Neo4j took too long to start.")
            time.sleep(_POLL_SECONDS)
        take_password(self._home, state.ports, password)


def _connection(ports: Ports, password: SecretStr) -> Connection:
    target = urlencode({"connectURL": f"bolt://{USER}@{LOOPBACK}:{ports.bolt}", "db": "neo4j"})
    browser_url = f"http://{LOOPBACK}:{ports.http}/browser/?{target}"
    return Connection(f"bolt://{LOOPBACK}:{ports.bolt}", USER, password, browser_url)
