"""``serve`` as a program: the API on the address it names, with the rows of ``ask``."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from graph_service.cli.exits import Exit
from graph_service.settings import Settings

COMMAND = Path(sys.executable).with_name("graph-service")


@pytest.fixture
def served(graph: Settings) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address of a running service, and its process."""
    process = subprocess.Popen([COMMAND, "serve", "--port", "0"], env=os.environ, stderr=subprocess.PIPE, text=True)
    try:
        said = process.stderr.readline()
        yield re.search(r"http://\S+:\d+", said)[0], process
    finally:
        process.kill()
        process.communicate()


def test_the_api_gives_the_rows_of_ask_and_ends_with_ctrl_c(run, served: tuple[str, subprocess.Popen[str]]) -> None:
    address, process = served
    answer = httpx.get(f"{address}/v1/statements", params={"speaker": "Ben Ortiz", "about": "Ada Novak"}, timeout=60)
    asked = run("ask", "--speaker", "Ben Ortiz", "--about", "Ada Novak", "--json").stdout
    assert answer.json()["rows"] == [json.loads(line) for line in asked.splitlines()]
    process.send_signal(signal.SIGINT)
    _, log = process.communicate(timeout=30)
    assert process.returncode == Exit.DONE
    assert f"{answer.headers['X-Request-ID']} GET /v1/statements 200" in log
    assert "Traceback" not in log


def test_a_port_that_is_taken_is_named(run, graph: Settings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        shown = run("serve", "--port", str(taken.getsockname()[1]))
    assert shown.exit_code == Exit.USAGE
    assert "in use" in shown.stderr
    assert "--port" in shown.stderr


def test_a_host_that_is_not_here_is_named(run, graph: Settings) -> None:
    shown = run("serve", "--host", "192.0.2.1", "--port", "0")
    assert shown.exit_code == Exit.USAGE
    assert "192.0.2.1" in shown.stderr
