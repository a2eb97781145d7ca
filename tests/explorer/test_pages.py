"""Every page in the browser: nothing goes wrong, everybody can use it, it is small, it works without scripts."""

import gzip
import json
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.explorer.watching import Visitor

ARTICLE = "article:3691c4dbeb539365aa9f"
STATEMENT = "statement:e29445ddadd499c4f61f"
PAGES = {
    "search": "/",
    "found": "/?about=Germany",
    "names": "/?q=Berezna",
    "nothing": "/?q=zebra&speaker=Berezna",
    "statement": f"/statements/{STATEMENT}",
    "restated": "/statements/statement:4d368c0196ce2e738ca0",
    "articles": "/articles",
    "article": f"/articles/{ARTICLE}?statement={STATEMENT}",
    "entities": "/entities",
    "entity": "/entities/person:olena-berezna",
    "country": "/entities/country:ukraine?tab=about",
    "duplicates": "/entities/person:olena-berezna/duplicates",
    "relation": "/relations/edge:dbdfae7d8be3d8b000eb",
    "graph": "/graph?entity=person:olena-berezna",
    "correct": f"/statements/{STATEMENT}/correct",
    "judgements": "/judgements",
    "ingest": "/ingest",
    "compare": "/compare?about=Germany&one=Berezna&other=Zawadzki",
    "outlets": "/compare?by=outlet&one=Northgate+Press+Agency&other=Continental+Dispatch&about=Russia",
    "printed": "/compare?statement=statement:4d368c0196ce2e738ca0",
    "timeline": "/timeline?about=Germany&bucket=day",
    "queries": "/queries",
    "query": "/queries/statements_about?about=country:germany&limit=5",
}
#: pages that say what is wrong
TROUBLE = {
    "unknown address": ("/nowhere", 404),
    "unknown entity": ("/entities/person:nobody-at-all", 404),
    "unknown article": ("/articles/article:0", 404),
    "unknown name": ("/?speaker=Olena+Beresna", 404),
    "several names": ("/?about=Foreign+Ministry", 409),
    "unknown filter": ("/?speeker=Berezna", 422),
    "wrong value": ("/queries/statements?limit=many", 422),
    "unknown link": ("/graph?colour=red", 422),
    "nothing to correct": ("/statements/statement:none/correct", 404),
    "wrong day": ("/?since=yesterday", 422),
}
_SERIOUS = {"serious", "critical"}
_LARGEST = 150_000


def serious(page: Page, axe: str) -> list[str]:
    """What axe-core finds that keeps people from using a page."""
    page.evaluate(axe)
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{each['id']}: {node['html'][:200]} {node['failureSummary'][:300]}"
        for each in found["violations"]
        if each["impact"] in _SERIOUS
        for node in each["nodes"]
    ]


def usable(page: Page, axe: str) -> None:
    """A page is for everybody, by light, in the dark, on a phone, by its parts; and nothing inside it could run."""
    # but for the sizes that the script of a picture gives its own canvases
    styled = "[style]:not([data-canvas] *)"
    assert page.locator(f"{styled}, style, script:not([src]), iframe, object, embed, base").count() == 0
    assert page.locator("[onclick], [onload], [onerror], [onfocus], [onmouseover]").count() == 0
    assert serious(page, axe) == []
    page.emulate_media(color_scheme="dark")
    assert serious(page, axe) == []
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert [page.locator(each).count() for each in ("main", "h1", "header.top", "footer")] == [1, 1, 1, 1]


@pytest.mark.parametrize("name", PAGES)
def test_everybody_can_use_it(visit: Visitor, axe: str, name: str) -> None:
    page = visit(PAGES[name], bypass_csp=True)
    usable(page, axe)
    text = page.inner_text("main")
    assert not [word for word in ("None", "Undefined", "[]") if word in text]


@pytest.mark.parametrize("name", TROUBLE)
def test_trouble_is_told_to_everybody(visit: Visitor, axe: str, name: str) -> None:
    path, status = TROUBLE[name]
    page = visit(path, status, bypass_csp=True)
    usable(page, axe)
    assert page.get_by_role("alert").inner_text().strip()
    # at `/` programs are told where to begin, whatever they ask
    if not path.startswith("/?"):
        told = httpx.get(visit.service + path, timeout=60)
        assert (told.status_code, told.headers["content-type"]) == (status, "application/problem+json")


def test_a_graph_that_is_away_is_said(visit: Visitor, away: str, axe: str) -> None:
    page = visit.page(bypass_csp=True)
    answer = page.goto(away + "/")
    visit.services.append(away)
    assert answer is not None
    assert (answer.status, answer.headers["retry-after"]) == (503, "5")
    expect(page.get_by_role("alert")).to_contain_text("Neo4j does not answer")
    assert serious(page, axe) == []


def test_the_first_page_is_small(visit: Visitor) -> None:
    page = visit.page()
    sizes: dict[str, int] = {}
    page.on("response", lambda answer: sizes.update({answer.url: len(gzip.compress(answer.body()))}))
    page.goto(visit.service + "/")
    page.wait_for_load_state("networkidle")
    assert len(sizes) >= 4
    assert sum(sizes.values()) <= _LARGEST


@pytest.mark.parametrize("name", ["search", "statement", "article", "entity", "query"])
def test_it_is_read_without_scripts(visit: Visitor, name: str) -> None:
    plain, scripted = visit(PAGES[name], java_script_enabled=False), visit(PAGES[name])
    assert plain.locator("main").inner_text() == scripted.locator("main").inner_text()


def test_the_policy_allows_nothing_inline(service: str) -> None:
    headers = httpx.get(f"{service}/", headers={"Accept": "text/html"}, timeout=60).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'self'"
    assert (policy["base-uri"], policy["object-src"], policy["frame-ancestors"]) == ("'none'", "'none'", "'none'")
    assert "unsafe" not in headers["content-security-policy"]


def test_files_are_kept_until_they_change(service: str) -> None:
    page = httpx.get(f"{service}/queries", headers={"Accept": "text/html"}).text
    for name in ("explorer.css", "explorer.js", "icon.svg"):
        address = page[page.index(f"/static/{name}?v=") :].split('"', 1)[0]
        first = httpx.get(service + address)
        assert first.headers["cache-control"] == "public, max-age=31536000, immutable"
        again = httpx.get(f"{service}/static/{name}", headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content, again.headers["cache-control"]) == (304, b"", "no-cache")
    for path in ("/static/nothing.css", "/static/..%2fassets.py", "/static/%2e%2e/app.py"):
        assert httpx.get(service + path).status_code == 404


def test_programs_are_told_where_to_begin(service: str) -> None:
    assert httpx.get(f"{service}/").json()["name"] == "graph-service"


def rows_of(service: str, path: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = httpx.get(service + path, timeout=60).raise_for_status().json()["rows"]
    return rows


@pytest.mark.parametrize(
    "asked", ["about=Germany", "speaker=Berezna&stance=neutral", "q=ships&type=direct", "since=2031-03-09"]
)
def test_the_page_has_the_rows_of_the_api(visit: Visitor, asked: str) -> None:
    page = visit(f"/?{asked}&limit=100")
    shown = page.locator(".results article.statement .words").all_inner_texts()
    assert shown == [
        " ".join(row["text"].split()) for row in rows_of(visit.service, f"/v1/statements?{asked}&limit=100")
    ]
    for kind in ("CSV", "JSON"):
        href = page.get_by_role("link", name=kind, exact=True).get_attribute("href")
        assert httpx.get(f"{visit.service}{href}", timeout=60).status_code == 200


def test_pages_of_a_list_leave_nothing_out(visit: Visitor) -> None:
    page = visit("/?about=Russia&limit=10")
    seen = page.locator(".results .words").all_inner_texts()
    while page.get_by_role("link", name="Next page").count():
        page.get_by_role("link", name="Next page").click()
        seen += page.locator(".results .words").all_inner_texts()
    rows = rows_of(visit.service, "/v1/statements?about=Russia&limit=100")
    assert seen == [" ".join(row["text"].split()) for row in rows]
    assert len(seen) > 20


def test_queries_run_as_they_are_shown(visit: Visitor) -> None:
    page = visit("/queries")
    names = page.locator(".choices code").all_inner_texts()
    catalogued = httpx.get(f"{visit.service}/v1/queries").json()["queries"]
    assert names == [each["name"] for each in catalogued]
    page.get_by_role("link", name="What one said about another, newest first.").click()
    page.get_by_label("speaker", exact=False).first.fill("Berezna")
    page.get_by_label("about", exact=False).first.fill("Russia")
    page.get_by_role("button", name="Ask").click()
    assert "speaker=Berezna&about=Russia" in page.url
    rows = rows_of(visit.service, "/v1/queries/statements_between?speaker=Berezna&about=Russia")
    assert page.locator("tbody tr").count() == len(rows) > 0
    assert json.dumps(rows[0]["speaker_id"])[1:-1] in page.locator("tbody tr").first.inner_text()
    page.goto(f"{visit.service}/queries/path_between")
    page.get_by_role("link", name="Ask with the example").click()
    assert page.locator("tbody tr").count() > 0
