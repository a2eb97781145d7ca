"""The explorer as people see it: the real service on a real Neo4j, in a real browser.

One graph, one service and one browser serve all tests of this folder; they only read.
"""

import asyncio
import os
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import axe_core_python
import neo4j
import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from graph_service.inputs import Failure, read
from graph_service.models import Extraction, JudgementKind
from graph_service.pipeline.extract import extract
from graph_service.samples import FOLDER
from graph_service.settings import Settings
from graph_service.store import GraphStore, NewJudgement
from graph_service.store.local import Connection
from tests.explorer.hostile import MERGED, hostile
from tests.explorer.watching import Visitor
from tests.serving import serving

# a busy machine is no failure
expect.set_options(timeout=60_000)
_INSTALL = "The explorer's tests need Chromium: `apt-get install chromium`, or set CHROMIUM to one that is there."


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's program; a fresh machine that may install it does."""
    if found := os.environ.get("CHROMIUM") or shutil.which("chromium"):
        return found
    if os.geteuid() == 0 and shutil.which("apt-get"):
        for command in (["apt-get", "update"], ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"]):
            subprocess.run(command, check=False, capture_output=True)
    found = shutil.which("chromium")
    assert found, _INSTALL
    return found


@pytest.fixture(scope="package")
def settings(neo4j_server: Connection) -> Settings:
    """Settings of the service."""
    return Settings(
        _env_file=None,
        NEO4J_URI=neo4j_server.uri,
        NEO4J_USER=neo4j_server.user,
        NEO4J_PASSWORD=neo4j_server.password,
        query_seconds=60.0,
    )


@pytest.fixture(scope="package")
def graph(settings: Settings) -> Settings:
    """A graph with the sample articles, and with what somebody hostile wrote."""
    samples = [extract(each) for each in read(FOLDER, settings) if not isinstance(each, Failure)]
    # in a thread of its own, for the browser's driver has a loop in this one
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: asyncio.run(_fill(settings, [*samples, *hostile()]))).result()
    return settings


async def _fill(settings: Settings, extractions: list[Extraction]) -> None:
    password = settings.neo4j_password.get_secret_value()
    async with (
        neo4j.AsyncGraphDatabase.driver(settings.neo4j_uri, auth=(settings.neo4j_user, password)) as driver,
        GraphStore.open(settings) as store,
    ):
        await store.migrate()
        await driver.execute_query("MATCH (n:!SchemaMigration&!SchemaLock) DETACH DELETE n")
        for each in extractions:
            await store.write(each)
        old, new = MERGED
        await store.judge(NewJudgement(JudgementKind.MERGE, new, old, "Kari", "one name"))


@pytest.fixture(scope="package")
def service(graph: Settings) -> Iterator[str]:
    """The address of the running service."""
    with serving(graph) as address:
        yield address


@pytest.fixture(scope="package")
def away() -> Iterator[str]:
    """The address of a service whose Neo4j is not there."""
    with serving(Settings(_env_file=None, NEO4J_URI="bolt://127.0.0.1:9", NEO4J_PASSWORD="none")) as address:
        yield address


@pytest.fixture(scope="package")
def browser(chromium: str) -> Iterator[Browser]:
    """Chromium without a window."""
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=chromium, args=["--disable-dev-shm-usage"])
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser, service: str) -> Iterator[Visitor]:
    """A visitor of the service; afterwards nothing may have gone wrong in the browser."""
    visitor = Visitor(browser, service)
    yield visitor
    visitor.leave()
    assert visitor.complaints() == []


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core."""
    return next(Path(axe_core_python.__file__).parent.glob("axe.min.js")).read_text("utf-8")
