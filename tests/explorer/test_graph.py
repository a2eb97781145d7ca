"""The picture of the graph: drawn from the rows of the table, asked by pointer and by keyboard, saved as a file."""

import hashlib
import json
import re
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from benchmarks.picture import links
from tests.explorer.test_pages import serious
from tests.explorer.watching import Visitor

BEREZNA = "/graph?entity=person:olena-berezna"
_VENDOR = Path(str(files("graph_service.api.explorer"))) / "static" / "vendor"
_GEXF = "{http://www.gexf.net/1.2draft}"


def drawn(page: Page) -> Page:
    """The page when its picture has come to rest."""
    expect(page.locator("[data-graph][data-drawn]")).to_be_visible(timeout=60_000)
    return page


def of_picture(page: Page, script: str) -> object:
    return page.evaluate(f"() => {{ const p = document.querySelector('[data-graph]').picture; return {script}; }}")


def click_at(page: Page, place: str) -> None:
    """Clicks where a part of the picture is; ``place`` gives its place in the graph."""
    at = of_picture(page, f"p.renderer.graphToViewport({place})")
    page.locator("[data-canvas]").click(position={"x": at["x"], "y": at["y"]})  # type: ignore[index]


_MIDDLE = "p.graph.getNodeAttributes('person:olena-berezna')"


def test_the_picture_and_the_table_say_the_same(visit: Visitor) -> None:
    page = drawn(visit(BEREZNA))
    rows = page.locator("table.links tbody tr").count()
    assert of_picture(page, "p.graph.size") == rows
    expect(page.get_by_role("status")).to_contain_text(f"{rows} links")
    kinds = of_picture(page, "[...new Set(p.graph.mapNodes((id, n) => n.kind + ' ' + n.color + ' ' + n.image))]")
    assert isinstance(kinds, list)
    # each type has its colour and its shape
    types = {each.split()[0] for each in kinds}
    assert len(types) == len(kinds) >= 4


def test_a_node_tells_of_itself_and_brings_its_neighbours(visit: Visitor) -> None:
    page = drawn(visit(BEREZNA))
    before = of_picture(page, "p.graph.order")
    click_at(page, _MIDDLE)
    panel = page.locator("[data-panel]")
    expect(panel.get_by_role("heading")).to_have_text("Olena Berezna")
    assert panel.get_by_role("link", name="All about it").get_attribute("href") == "/entities/person%3Aolena-berezna"
    of_picture(page, "p.expand('person:viktor-zaryanov')")
    drawn(page)
    after = of_picture(page, "p.graph.order")
    assert isinstance(before, int)
    assert isinstance(after, int)
    assert after > before


def test_what_is_drawn_stays_where_it_is(visit: Visitor) -> None:
    page = drawn(visit(BEREZNA))
    farthest = page.evaluate("""async () => {
      const box = document.querySelector("[data-graph]");
      const p = box.picture;
      const places = () => p.graph.mapNodes((id, { x, y }) => p.renderer.graphToViewport({ x, y }));
      p.graph.forEachNode((id, { x, y }) => p.graph.mergeNodeAttributes(id, { x: 1000 * x, y: 1000 * y }));
      const drawn = new Promise((done) => {
        new MutationObserver(() => box.dataset.drawn && done(places())).observe(box, { attributes: true });
      });
      p.arrange();
      const first = await drawn;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return Math.max(...places().map((place, n) => Math.hypot(place.x - first[n].x, place.y - first[n].y)));
    }""")
    assert farthest < 1


def test_a_link_shows_its_evidence(visit: Visitor) -> None:
    page = drawn(visit(f"{BEREZNA}&types=MET"))
    edge = of_picture(page, "p.graph.edges()[0]")
    ends = f"p.graph.extremities('{edge}').map((id) => p.graph.getNodeAttributes(id))"
    click_at(page, f"(([a, b]) => ({{x: (a.x + b.x) / 2, y: (a.y + b.y) / 2}}))({ends})")
    panel = page.locator("[data-panel]")
    expect(panel.get_by_role("heading")).to_contain_text(" met ")
    expect(panel.locator("blockquote").first).not_to_be_empty()
    assert re.match("/(statements|articles)/", str(panel.locator("li a").first.get_attribute("href")))


def test_the_keyboard_does_what_the_pointer_does(visit: Visitor) -> None:
    page = drawn(visit(BEREZNA))
    button = page.get_by_role("button", name="show the evidence").first
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-panel] blockquote").first).not_to_be_empty()
    expect(page.locator("[data-panel] h2")).to_be_focused()


def test_kinds_of_links_are_hidden_and_shown(visit: Visitor) -> None:
    page = drawn(visit(BEREZNA))
    page.get_by_label(re.compile("speaks about")).uncheck()
    seen = of_picture(page, "p.graph.edges().filter((id) => !p.renderer.getEdgeDisplayData(id).hidden).length")
    met = of_picture(page, "p.graph.filterEdges((id, e) => e.kind !== 'SPEAKS_ABOUT').length")
    assert seen == met
    assert met


@pytest.mark.parametrize(
    ("path", "rows"),
    [
        (f"{BEREZNA}&depth=2", range(100, 301)),
        (f"{BEREZNA}&types=MET", range(1, 10)),
        (f"{BEREZNA}&until=2031-03-03", range(1, 40)),
        ("/graph", range(50, 301)),
        ("/graph?article=article:8466310d6f6a6664f552", range(5, 60)),
        (f"{BEREZNA}&since=2040-01-01", range(1)),
    ],
)
def test_it_is_narrowed_down_without_javascript(visit: Visitor, path: str, rows: range) -> None:
    page = visit(path, java_script_enabled=False)
    assert page.locator("table.links tbody tr").count() in rows
    expect(page.locator("[data-canvas]")).not_to_be_visible()


def test_it_is_saved_as_a_picture_and_for_gephi(visit: Visitor) -> None:
    page = drawn(visit(BEREZNA))
    with page.expect_download() as saved:
        page.get_by_role("button", name="PNG").click()
    content = saved.value.path().read_bytes()
    assert content.startswith(b"\x89PNG")
    assert len(content) > 10_000
    with page.expect_download() as saved:
        page.get_by_role("button", name="GEXF").click()
    root = ElementTree.parse(saved.value.path()).getroot()
    nodes = {each.get("label") for each in root.iter(f"{_GEXF}node")}
    assert {"Olena Berezna", "Ukraine"} <= nodes
    assert len(list(root.iter(f"{_GEXF}edge"))) == of_picture(page, "p.graph.size")


def test_many_nodes_are_dots_while_they_move(visit: Visitor) -> None:
    page = drawn(visit(BEREZNA))
    drawn_as = "[...new Set(p.graph.mapNodes((id) => p.renderer.getNodeDisplayData(id).type))]"
    move = "p.renderer.getCamera().setState({ angle: p.renderer.getCamera().angle + 0.1 })"
    of_picture(page, move)
    assert of_picture(page, drawn_as) == ["shape"]
    of_picture(page, f"p.add({json.dumps(links(600))}, null)")
    of_picture(page, move)
    assert of_picture(page, drawn_as) == ["dot"]
    expect(page.locator("[data-canvas]")).not_to_have_class(re.compile("moving"))
    assert of_picture(page, drawn_as) == ["shape"]


def test_names_that_would_run_are_only_names(visit: Visitor) -> None:
    page = drawn(visit("/graph?neighbours=200&limit=1000"))
    hostile = of_picture(page, "p.graph.filterNodes((id, n) => n.label.startsWith('Mallory')).length")
    assert isinstance(hostile, int)
    assert hostile > 40
    for each in of_picture(page, "p.graph.filterNodes((id, n) => n.label.startsWith('Mallory')).slice(0, 5)"):  # type: ignore[attr-defined]
        of_picture(page, f"p.showNode({each!r})")
        of_picture(page, f"p.showEdge(p.graph.edges({each!r})[0])")


def test_everybody_can_use_the_panel(visit: Visitor, axe: str) -> None:
    page = drawn(visit(BEREZNA, bypass_csp=True, color_scheme="dark"))
    of_picture(page, "p.showNode('person:olena-berezna')")
    assert serious(page, axe) == []


def test_an_article_has_a_small_picture(visit: Visitor) -> None:
    page = drawn(visit("/articles/article:8466310d6f6a6664f552"))
    assert of_picture(page, "p.graph.size")
    assert page.get_by_role("link", name="Larger, and as a table").get_attribute("href") == (
        "/graph?article=article%3A8466310d6f6a6664f552"
    )


def test_scripts_of_others_are_those_that_are_listed() -> None:
    listed = dict(re.findall(r"\| `(\S+\.js)` \|.*\| `([0-9a-f]{64})` \|", (_VENDOR / "README.md").read_text("utf-8")))
    found = {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in _VENDOR.glob("*.js")}
    assert found == listed
