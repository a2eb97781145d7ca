"""What a job may be made of, from the source to the graph: pages, feeds, sitemaps, archives, tables, folders."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_service.jobs.sources import Source, SourceKind, items_of, uploaded
from graph_service.queries import catalogue
from graph_service.settings import Finder, Settings
from graph_service.store import GraphStore
from tests.inputs.documents import SENTENCES, mail, pdf, warc, warc_record
from tests.inputs.sites import Answer, Site, feed, fetch_settings, page, site, sitemap
from tests.jobs.working import worked_off

pytestmark = pytest.mark.anyio
ROWS = 'title,text\n"Ships wait","Mayor Ida Lund said on Monday that no ship would leave the harbour at night."\n'


@pytest.fixture
def wire() -> Iterator[Site]:
    """A site with two articles, a feed and a sitemap of them."""
    with site() as found:
        for name in ("ships", "trains"):
            found.answers[f"/{name}"] = Answer(page(f"All {name} wait"), Content_Type="text/html")
        both = [found.url(f"/{name}", "127.0.0.1") for name in ("ships", "trains")]
        found.answers["/feed"] = Answer(feed(*both), Content_Type="application/rss+xml")
        found.answers["/map"] = Answer(sitemap(*both), Content_Type="text/xml")
        yield found


@pytest.fixture
def settings(store_settings: Settings, wire: Site, tmp_path: Path) -> Settings:
    web = fetch_settings(wire, fetch_allowed="127.0.0.0/8")
    wanted = {name: getattr(web, name) for name in ("fetch_ports", "fetch_allowed", "fetch_delay")}
    wanted |= {"statement_finder": Finder.RULES, "job_folders": str(tmp_path), "query_seconds": 60.0}
    return store_settings.model_copy(update=wanted)


async def titles(store: GraphStore) -> list[object]:
    return sorted(str(row["title"]) for row in await store.read(catalogue()["articles"], {}))


async def states(store: GraphStore, job: str) -> list[tuple[object, object]]:
    rows = await store.read(catalogue("jobs")["job_items"], {"job": job, "limit": 500})
    return [(row["kind"], row["state"]) for row in rows]


@pytest.mark.parametrize(
    ("kind", "path", "made"),
    [(SourceKind.URL, "/ships", 1), (SourceKind.FEED, "/feed", 2), (SourceKind.SITEMAP, "/map", 2)],
)
async def test_from_the_web(
    store: GraphStore, settings: Settings, wire: Site, kind: SourceKind, path: str, made: int
) -> None:
    items = items_of([Source(kind, url=wire.url(path, "127.0.0.1"))], {"outlet": "The Wire"}, settings)
    _, row = await worked_off(store, settings, *items)
    assert (row["done"], row["failed"]) == (made, 0)
    assert await titles(store) == ["All ships wait", "All trains wait"][:made]
    assert {row["outlet"] for row in await store.read(catalogue()["articles"], {})} == {"The Wire"}


async def test_what_a_feed_lists_is_fetched_once(store: GraphStore, settings: Settings, wire: Site) -> None:
    items = items_of([Source(SourceKind.FEED, url=wire.url("/feed", "127.0.0.1"))], {}, settings)
    await worked_off(store, settings, *items)
    wire.requests.clear()
    job, row = await worked_off(store, settings, *items)
    assert wire.paths == ["/feed"]
    assert (row["done"], row["skipped"], row["failed"]) == (0, 2, 0)
    assert await states(store, job) == [("feed", "expanded"), ("url", "skipped"), ("url", "skipped")]
    # who asks for a page itself gets it as it is now
    page_itself = items_of([Source(SourceKind.URL, url=wire.url("/ships", "127.0.0.1"))], {}, settings)
    await worked_off(store, settings, *page_itself)
    assert wire.paths == ["/feed", "/ships"]


async def test_a_page_that_is_away_is_named(store: GraphStore, settings: Settings, wire: Site) -> None:
    del wire.answers["/trains"]
    items = items_of([Source(SourceKind.FEED, url=wire.url("/feed", "127.0.0.1"))], {}, settings)
    _, row = await worked_off(store, settings, *items)
    assert (row["done"], row["failed"]) == (1, 1)
    assert row["reasons"][0]["reason"] == "The server answered with status 404."


async def test_from_a_folder_of_everything(store: GraphStore, settings: Settings, tmp_path: Path) -> None:
    text = "<p>".join(SENTENCES)
    record = warc_record(
        "https://wire.example/archived", f"<title>Archived</title><p>{text}".encode(), Content_Type="text/html"
    )
    (tmp_path / "crawl.warc.gz").write_bytes(warc(record, packed=True))
    (tmp_path / "sheet.pdf").write_bytes(pdf("Printed", *SENTENCES))
    (tmp_path / "letter.eml").write_bytes(mail("\n\n".join(SENTENCES), Subject="Mailed", From="a@b.example"))
    (tmp_path / "table.csv").write_text(ROWS)
    (tmp_path / "nothing.txt").write_text("")
    _, row = await worked_off(store, settings, *items_of([Source(SourceKind.FOLDER, path=str(tmp_path))], {}, settings))
    assert (row["done"], row["failed"]) == (4, 1)
    # a PDF that says no title has none
    assert await titles(store) == ["Archived", "Mailed", "None", "Ships wait"]


async def test_from_an_upload(store: GraphStore, settings: Settings) -> None:
    content = gzip.compress(warc(warc_record("https://wire.example/a", page("Sent"), Content_Type="text/html")))
    items = [uploaded("crawl.warc.gz", content, {}, settings), uploaded("table.csv", ROWS.encode(), {}, settings)]
    _, row = await worked_off(store, settings, *items)
    assert (row["done"], row["failed"]) == (2, 0)
    assert await titles(store) == ["Sent", "Ships wait"]
