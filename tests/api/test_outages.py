"""Neo4j goes away and comes back while the service runs; and the service as a process of its own."""

import asyncio
import gc
import signal
import socket
import subprocess
import sys
import time
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, closing
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from graph_service.jobs import Worker
from graph_service.settings import Finder, Settings
from graph_service.store import GraphStore
from graph_service.store.jobs import NewItem
from tests.handmade import talks
from tests.running import running

pytestmark = pytest.mark.anyio


class Wire:
    """A wire to Neo4j that can be cut, be silent, and be mended."""

    def __init__(self, uri: str) -> None:
        self._far = urlsplit(uri)
        self._ends: set[asyncio.StreamWriter] = set()
        self._flows = asyncio.Event()
        self._flows.set()
        self._server: asyncio.Server | None = None
        self.port = 0

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.port}"

    async def mend(self) -> None:
        self._flows.set()
        if self._server is None:
            self._server = await asyncio.start_server(self._join, "127.0.0.1", self.port)
            self.port = self._server.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        if self._server is not None:
            self._server.close()
            for end in list(self._ends):
                end.close()
            await self._server.wait_closed()
            self._server = None

    def be_silent(self) -> None:
        self._flows.clear()

    async def _join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection(self._far.hostname, self._far.port)
        async with asyncio.TaskGroup() as group:
            group.create_task(self._pass_on(reader, far_writer))
            group.create_task(self._pass_on(far_reader, writer))

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._ends.add(writer)
        try:
            while data := await reader.read(65_536):
                await self._flows.wait()
                writer.write(data)
        except OSError:
            pass
        finally:
            self._ends.discard(writer)
            writer.close()


@pytest.fixture
async def wire(store: GraphStore, api_settings: Settings) -> AsyncIterator[Wire]:
    """A wire to the session's Neo4j, with a small graph."""
    await store.write(talks())
    assert api_settings.neo4j_uri
    wire = Wire(api_settings.neo4j_uri)
    await wire.mend()
    yield wire
    wire.be_silent()
    await wire.mend()
    await wire.cut()


@asynccontextmanager
async def at_most(seconds: float) -> AsyncIterator[None]:
    """Fails where it takes longer; a second more is for a machine that is busy with other things."""
    started = time.monotonic()
    yield
    assert time.monotonic() - started < seconds + 1


async def test_neo4j_goes_and_comes_back(wire: Wire, api_settings: Settings) -> None:
    async with running(api_settings.model_copy(update={"neo4j_uri": wire.uri})) as client:
        for _ in range(3):
            assert len((await client.get("/v1/statements")).json()["rows"]) == 3
            assert (await client.get("/readyz")).status_code == 200
            await wire.cut()
            for path in ("/v1/statements", "/v1/statements.csv", "/v1/queries/overview", "/v1/articles/article:x"):
                async with at_most(2):
                    answer = await client.get(path)
                assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
            async with at_most(1):
                assert (await client.get("/readyz")).status_code == 503
            assert (await client.get("/healthz")).status_code == 200
            await wire.mend()


async def test_jobs_wait_while_neo4j_is_away_and_go_on_by_themselves(
    wire: Wire, store: GraphStore, api_settings: Settings
) -> None:
    settings = api_settings.model_copy(update={"neo4j_uri": wire.uri, "statement_finder": Finder.RULES})
    job = {"sources": [{"kind": "text", "text": "Mayor Ida Lund said on Monday that no ship would leave the harbour."}]}
    async with running(settings) as client, GraphStore.open(settings) as far:
        worker = asyncio.create_task(Worker("a worker", far, settings).run())
        # with its model loaded
        await _until_over(store, (await client.post("/v1/jobs", json=job)).json()["job"])
        await wire.cut()
        async with at_most(1):
            assert (await client.get("/readyz")).status_code == 503
        async with at_most(2):
            refused = await client.post("/v1/jobs", json=job)
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")
        waiting = (await store.jobs.submit([NewItem("text", "ships", b"They said that ships wait.")], "1")).job
        # long enough for a worker to meet it
        await asyncio.sleep(2)
        assert (await store.jobs.show(waiting))["state"] == "waiting"
        await wire.mend()
        async with at_most(5):
            assert (await client.get("/readyz")).status_code == 200
            while (await store.jobs.show(waiting))["started_at"] is None:  # noqa: ASYNC110  (no event tells of it)
                await asyncio.sleep(0.1)
        assert (await _until_over(store, waiting))["done"] == 1
        worker.cancel()
        await asyncio.wait([worker])


async def _until_over(store: GraphStore, job: str) -> dict[str, object]:
    async with asyncio.timeout(120):
        while (row := await store.jobs.show(job))["state"] != "done":  # noqa: ASYNC110  (no event tells of it)
            await asyncio.sleep(0.1)
    return row


async def test_neo4j_falls_silent(wire: Wire, api_settings: Settings) -> None:
    settings = api_settings.model_copy(update={"neo4j_uri": wire.uri, "query_seconds": 2.0})
    async with running(settings) as client:
        assert (await client.get("/v1/queries/overview")).status_code == 200
        wire.be_silent()
        # on the connection that is open already, so nothing but the time limit of a query tells
        async with at_most(3):
            assert (await client.get("/v1/queries/overview")).status_code in {503, 504}
        async with at_most(1):
            assert (await client.get("/readyz")).status_code == 503
        await wire.mend()
        assert (await client.get("/v1/queries/overview")).status_code == 200


@pytest.mark.parametrize(("path", "status"), [("/readyz", 503), ("/metrics", 200)])
async def test_no_connection_is_left_half_made(wire: Wire, api_settings: Settings, path: str, status: int) -> None:
    async with running(api_settings.model_copy(update={"neo4j_uri": wire.uri})) as client:
        assert (await client.get("/readyz")).status_code == 200
        await wire.cut()
        with ExitStack() as held:
            # takes as many connections as these, and lets others wait
            full = held.enter_context(socket.create_server(("127.0.0.1", wire.port), backlog=0))
            for _ in range(4):
                other = held.enter_context(socket.socket())
                other.setblocking(False)
                other.connect_ex(full.getsockname())
            for _ in range(3):
                async with at_most(1):
                    assert (await client.get(path)).status_code == status
        await wire.mend()
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        gc.collect()
    assert [str(each.message) for each in seen] == []


async def test_a_service_that_started_before_neo4j_works_when_it_is_there(wire: Wire, api_settings: Settings) -> None:
    await wire.cut()
    async with running(api_settings.model_copy(update={"neo4j_uri": wire.uri})) as client:
        assert (await client.get("/readyz")).status_code == 503
        await wire.mend()
        assert (await client.get("/readyz")).json() == {"status": "ok"}
        assert len((await client.get("/v1/statements")).json()["rows"]) == 3


@pytest.fixture
def address(api_settings: Settings) -> Iterator[str]:
    """Where ``graph-service serve`` listens, as a process of its own."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    password = api_settings.neo4j_password
    assert password
    environment = {
        "NEO4J_URI": str(api_settings.neo4j_uri),
        "NEO4J_PASSWORD": password.get_secret_value(),
        "GRAPH_SERVICE_PORT": str(port),
        "GRAPH_SERVICE_MAX_BODY_BYTES": "300000",
    }
    command = [Path(sys.executable).with_name("graph-service"), "serve"]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        yield f"http://127.0.0.1:{port}"
        process.send_signal(signal.SIGINT)
        _, log = process.communicate(timeout=30)
        assert process.returncode in {0, -signal.SIGINT, 130}
        assert password.get_secret_value() not in log
        assert "Traceback" not in log
    finally:
        process.kill()
        process.wait()


async def test_the_service_as_a_process(address: str, store: GraphStore) -> None:
    await store.write(talks())
    async with httpx.AsyncClient(base_url=address, timeout=10) as client:
        await _until_ready(client)
        assert len((await client.get("/v1/statements")).json()["rows"]) == 3
        assert len((await client.get("/v1/statements.csv")).text.splitlines()) == 4
        assert (await client.get("/nowhere")).headers["content-type"] == "application/problem+json"
        async with at_most(1):
            answer = await client.post("/v1/articles", content=b" " * 5_000_000)
        assert answer.status_code == 413
        # the head and the body of an answer do not wait for each other
        assert min([await _seconds(client) for _ in range(20)]) < 0.03


async def _seconds(client: httpx.AsyncClient) -> float:
    started = time.monotonic()
    await client.get("/healthz")
    return time.monotonic() - started


async def _until_ready(client: httpx.AsyncClient) -> None:
    async with asyncio.timeout(120):
        while True:
            try:
                if (await client.get("/readyz")).status_code == 200:
                    return
            except httpx.ConnectError:
                await asyncio.sleep(0.2)
