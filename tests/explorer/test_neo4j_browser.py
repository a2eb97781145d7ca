"""The guide, the queries and the style in the Neo4j Browser that comes with the local server."""

import re
from collections.abc import Iterator
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from graph_service.browser import guide_html
from graph_service.store.local import Connection

SECONDS = 1000


def only_here(route: Route) -> None:
    """Neo4j Browser asks for fonts and for its maker's statistics; nothing of that is let through."""
    if urlsplit(route.request.url).hostname in ("127.0.0.1", "localhost"):
        return route.continue_()
    return route.abort()


@pytest.fixture
def neo4j_browser(browser: Browser, service: str, neo4j_server: Connection) -> Iterator[Page]:
    """Neo4j Browser, opened at the address that the command line prints, and logged in."""
    context = browser.new_context(viewport={"width": 1500, "height": 1000})
    context.set_default_timeout(60 * SECONDS)
    context.route("**/*", only_here)
    page = context.new_page()
    guide = {"cmd": "guide", "arg": f"{service.replace('127.0.0.1', 'localhost')}/browser/guide.html"}
    page.goto(f"{neo4j_server.browser_url}&{urlencode(guide)}")
    page.get_by_test_id("password").fill(neo4j_server.password.get_secret_value())
    page.get_by_test_id("connect").click()
    expect(page.get_by_test_id("frameContents").first).to_contain_text("Connected to Neo4j", timeout=60 * SECONDS)
    yield page
    context.close()


def run_the_slide(page: Page) -> None:
    """A click on the slide's code puts it into the editor; another one runs it."""
    page.get_by_test_id("guidesDrawer").locator(".runnable:visible").click()
    page.get_by_test_id("editor-Run").click()


def test_the_guide_opens_its_queries_run_and_its_colours_show(neo4j_browser: Page) -> None:
    page = neo4j_browser
    drawer, frames = page.get_by_test_id("guidesDrawer"), page.get_by_test_id("frame")
    expect(drawer).to_contain_text("Who said what about whom")
    run_the_slide(page)
    expect(frames).to_have_count(2)
    questions = re.findall(r"<h3>(.+\?)</h3>", guide_html("http://localhost/browser"))
    for number, question in enumerate(questions, start=3):
        page.get_by_test_id("guideNextSlide").click()
        expect(drawer.get_by_role("heading", name=question)).to_be_visible()
        run_the_slide(page)
        expect(frames).to_have_count(number)
        # a picture has nodes, a table its number of rows
        found = frames.first.locator("g.node").or_(frames.first.get_by_text(re.compile("streaming [1-9]")))
        expect(found.first).to_be_visible()
    look = "e => e.querySelector('circle.b-outline').getAttribute('fill') + e.querySelector('text').textContent"
    shown = page.locator("g.node").evaluate_all(f"all => all.map({look})")
    assert {each[:7] for each in shown} >= {"#1F5AA6", "#F6E3A1", "#A3341F", "#DCE3EA"}
    assert any(each.startswith("#1F5AA6") and "Olena" in each for each in shown)
