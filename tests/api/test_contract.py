"""Every operation does what the OpenAPI document says, also for requests that nobody would think of.

schemathesis makes the requests, over a real socket. By hand, more of them and in every way it knows:
``CONTRACT_EXAMPLES=1000 CONTRACT_PHASES=examples,coverage,fuzzing,stateful pytest tests/api/test_contract.py``; that
takes hours, and ``CONTRACT_ONLY='^/v1/jobs'`` takes a part of the addresses.
"""

import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from graph_service.api.app import create_app
from graph_service.keys import KeyRing, Scope
from graph_service.settings import Access, Settings
from graph_service.store.local import Connection
from tests.cli.graphs import fill
from tests.handmade import namesake, talks

COMMAND = Path(sys.executable).with_name("schemathesis")
EXAMPLES = os.environ.get("CONTRACT_EXAMPLES", "100")
PHASES = os.environ.get("CONTRACT_PHASES", "examples,fuzzing")
ONLY = os.environ.get("CONTRACT_ONLY", "")


@pytest.fixture
def contract_settings(store_settings: Settings, tmp_path: Path) -> Settings:
    """Settings of a service that asks for keys, with all that it can do, and without limits to how often."""
    wanted: dict[str, object] = {name: "0" for name in ("rate_read", "rate_write", "rate_cypher")}
    wanted |= {"access": Access.KEYS, "keys_file": tmp_path / "keys.json", "cypher": True, "max_body_bytes": 300_000}
    return store_settings.model_copy(update=wanted | {"query_seconds": 60.0, "cypher_seconds": 30.0})


@pytest.fixture
def address(neo4j_server: Connection, contract_settings: Settings) -> Iterator[str]:
    """A service on a socket, in a thread of its own."""
    fill(neo4j_server, talks(), namesake())
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(create_app(contract_settings), log_level="critical", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


def test_the_service_keeps_its_contract(address: str, contract_settings: Settings, tmp_path: Path) -> None:
    _, key = KeyRing(contract_settings).create("contract", list(Scope))
    config = Path(__file__).with_name("schemathesis.toml")
    options = ["--max-examples", EXAMPLES, "--phases", PHASES, "--request-timeout", "120", "--warnings", "off"]
    options += ["--include-path-regex", ONLY] if ONLY else []
    header = ["--header", f"Authorization: Bearer {key.get_secret_value()}"]
    command = [COMMAND, "--config-file", config, "run", f"{address}/openapi.json", *options, *header, "--no-color"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-6000:]
    generated = re.search(r"([\d,]+) generated", done.stdout)
    selected, there = map(int, re.search(r"Selected: (\d+)/(\d+)", done.stdout).groups())
    assert selected == there or ONLY
    # those without parameters have one request each
    assert int(generated[1].replace(",", "")) >= 0.4 * int(EXAMPLES) * selected
