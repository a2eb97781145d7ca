"""A text, an address and files brought in on a page, and how far they are."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from graph_service.settings import Settings
from tests.explorer.watching import Visitor

pytestmark = pytest.mark.usefixtures("worker")
_TEXT = 'A harbour opens\n\n"We will open the harbour in June," Mayor Runa Holt told reporters on Monday.\n'


@pytest.fixture(scope="module")
def worker(graph: Settings) -> Iterator[None]:
    """A process that reads what was brought in."""
    environment = os.environ | {
        "NEO4J_URI": str(graph.neo4j_uri),
        "NEO4J_USER": graph.neo4j_user,
        "NEO4J_PASSWORD": graph.neo4j_password.get_secret_value(),
        "GRAPH_SERVICE_QUERY_SECONDS": "120",
    }
    command = [sys.executable, "-m", "graph_service.cli.main", "worker"]
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
        yield
        process.terminate()


def finished(page: Page) -> None:
    page.wait_for_url(re.compile(r"/ingest\?job="))
    expect(page.locator("[data-value=state]")).to_have_text("done", timeout=120_000)


def test_a_text_is_read_and_watched(visit: Visitor) -> None:
    page = visit("/ingest")
    page.get_by_label("Or a text").fill(_TEXT)
    page.get_by_label("Who published it").fill("The Harbour Post")
    page.get_by_role("button", name="Bring it in").click()
    finished(page)
    row = page.locator("tbody tr")
    expect(row).to_contain_text("created")
    article = str(row.get_by_role("link").get_attribute("href")).rpartition("/")[2]
    found = page.request.get(f"{visit.service}/v1/articles/{article}").json()
    assert (found["outlet"], found["title"]) == ("The Harbour Post", "A harbour opens")
    page.goto(f"{visit.service}/ingest")
    expect(page.locator(".judgement").first).to_contain_text("done")


def test_files_are_read(visit: Visitor, tmp_path: Path) -> None:
    names = ["one.txt", "two.txt"]
    for name in names:
        (tmp_path / name).write_text(_TEXT.replace("June", name), "utf-8")
    page = visit("/ingest")
    page.get_by_label("Files").set_input_files([tmp_path / name for name in names])
    page.get_by_role("button", name="Bring it in").click()
    finished(page)
    expect(page.locator("[data-value=done]")).to_have_text("2")


@pytest.mark.parametrize(
    ("address", "says"),
    [("http://127.0.0.1:1/", "failed"), ("", "nothing to bring in")],
)
def test_what_cannot_be_read_is_said(visit: Visitor, address: str, says: str) -> None:
    page = visit("/ingest")
    page.get_by_label("Or an address").fill(address)
    page.get_by_role("button", name="Bring it in").click()
    if not address:
        return expect(page.locator("[data-outcome]")).to_contain_text(says)
    finished(page)
    return expect(page.locator("tbody tr")).to_contain_text(says)


def test_a_job_that_is_not_there(visit: Visitor) -> None:
    visit("/ingest?job=job:none", 404)
