"""Every operation does what the OpenAPI document says, also for requests that nobody would think of.

schemathesis makes the requests, over a real socket. By hand, more of them and in every way it knows:
``CONTRACT_EXAMPLES=1000 CONTRACT_PHASES=examples,coverage,fuzzing,stateful pytest tests/api/test_contract.py``; that
takes hours, and ``CONTRACT_ONLY='^/v1/jobs'`` takes a part of the addresses. Two processes share the addresses: most of
the time goes to making up requests.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph_service.keys import KeyRing, Scope
from graph_service.settings import Access, Settings
from graph_service.store.local import Connection
from tests.cli.graphs import fill
from tests.handmade import namesake, talks
from tests.serving import serving

COMMAND = Path(sys.executable).with_name("schemathesis")
EXAMPLES = os.environ.get("CONTRACT_EXAMPLES", "100")
PHASES = os.environ.get("CONTRACT_PHASES", "examples,fuzzing")
ONLY = os.environ.get("CONTRACT_ONLY", "")
PARTS = [ONLY] if ONLY else ["^/v1/queries/", "^/(?!v1/queries/)"]


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
    with serving(contract_settings) as address:
        yield address


def test_the_service_keeps_its_contract(address: str, contract_settings: Settings, tmp_path: Path) -> None:
    _, key = KeyRing(contract_settings).create("contract", list(Scope))
    with ThreadPoolExecutor(len(PARTS)) as threads:
        found = list(threads.map(lambda part: _ask(part, address, key.get_secret_value(), tmp_path), PARTS))
    selected = sum(each for each, _, _ in found)
    assert [there for _, there, _ in found] == [selected] * len(PARTS) or ONLY
    # those without parameters have one request each
    assert sum(generated for _, _, generated in found) >= 0.4 * int(EXAMPLES) * selected


def _ask(part: str, address: str, key: str, folder: Path) -> tuple[int, int, int]:
    """Asks all operations of a part of the addresses: how many they are, of how many, and how many requests."""
    config = Path(__file__).with_name("schemathesis.toml")
    options = ["--max-examples", EXAMPLES, "--phases", PHASES, "--request-timeout", "120", "--warnings", "off"]
    options += ["--include-path-regex", part, "--header", f"Authorization: Bearer {key}", "--no-color"]
    command = [COMMAND, "--config-file", config, "run", f"{address}/openapi.json", *options]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-6000:]
    generated = re.search(r"([\d,]+) generated", done.stdout)
    selected, there = map(int, re.search(r"Selected: (\d+)/(\d+)", done.stdout).groups())
    return selected, there, int(generated[1].replace(",", ""))
