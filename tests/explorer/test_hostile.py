"""Whatever articles and addresses hold, nothing of it runs and nothing of it leads astray."""

from urllib.parse import quote, urlencode

from playwright.sync_api import Page

from tests.explorer.hostile import PAYLOADS, hostile
from tests.explorer.watching import Visitor

_ELSEWHERE = "evil.example"


def look(page: Page, address: str) -> None:
    """Opens a page, and touches what waits for that."""
    page.goto(address)
    # what runs at once has run; what waits for a pointer or for focus gets both
    page.evaluate(
        """() => {
          for (const each of document.querySelectorAll("main *")) {
            each.dispatchEvent(new MouseEvent("mouseover", {bubbles: true}));
            each.dispatchEvent(new MouseEvent("mouseenter"));
          }
          for (const each of document.querySelectorAll("main a, main input")) each.focus();
        }"""
    )


def unsafe_links(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        "a, form, area",
        "all => all.map(each => each.getAttribute('href') || each.getAttribute('action') || '')"
        ".filter(address => !/^(\\/(?!\\/)|#|\\?|https?:\\/\\/)/.test(address) && address !== '')",
    )
    return found


def test_no_payload_runs(visit: Visitor) -> None:
    page = visit.page()
    extractions = hostile()
    lists = [
        "/?until=2030-12-31&limit=500",
        "/articles?limit=500",
        "/entities?limit=500",
        "/queries/statements?limit=500",
    ]
    for path in lists:
        look(page, visit.service + path)
        assert page.locator(f"text=Mallory {len(PAYLOADS) - 1}").count() or "articles" in path
        assert unsafe_links(page) == []
    for number, extraction in enumerate(extractions):
        paths = [f"/articles/{extraction.article.id}"]
        paths += [f"/statements/{each.id}" for each in extraction.statements[number % 2 :: 2]]
        paths += [f"/entities/{quote(str(each.speaker))}" for each in extraction.statements[number % 4 :: 4]]
        for path in paths:
            look(page, visit.service + path)
            assert page.locator("main").inner_text().count("Mallory") > 0, path
            assert unsafe_links(page) == []
            assert page.locator("a[rel~=external]").count() == 0
    assert len(PAYLOADS) >= 50
    assert _ELSEWHERE not in " ".join(visit.elsewhere())


def test_no_address_runs(visit: Visitor) -> None:
    page = visit.page()
    for number, payload in enumerate(PAYLOADS):
        given = [
            "/?" + urlencode({"speaker": payload}),
            "/?" + urlencode({"q": payload}),
            "/compare?" + urlencode({"by": "outlet", "one": f"Gazette {payload}", "statement": payload}),
            "/queries/statements?" + urlencode({"outlet": payload, "q": payload}),
            "/nowhere/" + quote(payload, safe=""),
            "/articles?" + urlencode({payload: "x"}),
            "/entities?" + urlencode({"name": payload}),
        ]
        look(page, visit.service + given[number % len(given)])
        assert unsafe_links(page) == []


def test_names_that_are_offered_run_nothing(visit: Visitor) -> None:
    page = visit("/")
    with page.expect_response(lambda answer: "/v1/suggest" in answer.url):
        page.get_by_label("Names or words").press_sequentially("Mallory")
    page.wait_for_function("document.querySelectorAll('#names option').length > 3")
    assert page.locator("#names *:not(option)").count() == 0
