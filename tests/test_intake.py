"""From URLs, feeds and sitemaps into a real Neo4j; a second poll asks for changes only."""

import gzip
from collections.abc import Iterator

import neo4j
import pytest

from graph_service.ingest import IngestReport, ingest
from graph_service.inputs.kinds import Kind
from graph_service.inputs.place import Place
from graph_service.intake import Intake, Wishes
from graph_service.settings import Settings
from graph_service.store import GraphStore
from tests.inputs.sites import Answer, Site, feed, fetch_settings, page, site, sitemap

pytestmark = pytest.mark.anyio
LOCAL = "127.0.0.0/8"


@pytest.fixture
def wire() -> Iterator[Site]:
    """A site with three articles, a feed of two, and a sitemap of all."""
    with site() as found:
        for name in ("ships", "trains", "planes"):
            found.answers[f"/{name}"] = Answer(page(f"All {name} wait"), Content_Type="text/html")
        of = {name: found.url(f"/{name}", "127.0.0.1") for name in ("ships", "trains", "planes")}
        found.answers["/feed"] = Answer(feed(of["ships"], of["trains"]), Content_Type="application/rss+xml", ETag='"1"')
        found.answers["/map"] = Answer(sitemap(*of.values()), Content_Type="text/xml")
        yield found


@pytest.fixture
def settings(wire: Site) -> Settings:
    return fetch_settings(wire, fetch_allowed=LOCAL)


def at(wire: Site, path: str) -> str:
    return wire.url(path, "127.0.0.1")


def outcomes(report: IngestReport) -> tuple[int, int, int]:
    assert report.failures == ()
    return report.created, report.unchanged, report.unchanged_feeds


async def test_one_article_at_a_url(store: GraphStore, settings: Settings, wire: Site, driver: neo4j.Driver) -> None:
    assert outcomes(await ingest([at(wire, "/ships")], store, settings)) == (1, 0, 0)
    urls, _, _ = driver.execute_query("MATCH (article:Article) RETURN article.url AS url, article.title AS title")
    assert [(row["url"], row["title"]) for row in urls] == [(at(wire, "/ships"), "All ships wait")]


@pytest.mark.parametrize("kind", [None, Kind.FEED])
async def test_an_unchanged_feed_is_asked_once(
    store: GraphStore, settings: Settings, wire: Site, kind: Kind | None
) -> None:
    place = Place(at(wire, "/feed"), kind)
    assert outcomes(await ingest([place], store, settings)) == (2, 0, 0)
    assert wire.paths == ["/feed", "/ships", "/trains"]
    wire.requests.clear()
    assert outcomes(await ingest([place], store, settings)) == (0, 0, 1)
    assert [(path, headers["if-none-match"]) for path, headers in wire.requests if path != "/robots.txt"] == [
        ("/feed", '"1"')
    ]
    wire.answers["/feed"] = Answer(
        feed(at(wire, "/planes"), at(wire, "/ships")), Content_Type="application/rss+xml", ETag='"2"'
    )
    wire.requests.clear()
    assert outcomes(await ingest([place], store, settings)) == (1, 1, 0)
    assert wire.paths == ["/feed", "/planes"]
    wire.requests.clear()
    assert outcomes(await ingest([place], store, settings, again=True)) == (0, 2, 0)
    assert wire.paths == ["/feed", "/planes", "/ships"]


async def test_a_feed_with_a_page_that_is_away_is_read_again(store: GraphStore, settings: Settings, wire: Site) -> None:
    ships = wire.answers.pop("/ships")
    first = await ingest([at(wire, "/feed")], store, settings)
    assert (first.created, [each.where for each in first.failures]) == (1, [at(wire, "/ships")])
    wire.answers["/ships"] = ships
    assert outcomes(await ingest([at(wire, "/feed")], store, settings)) == (1, 1, 0)


async def test_a_sitemap_and_an_index_of_them(store: GraphStore, settings: Settings, wire: Site) -> None:
    index = sitemap(at(wire, "/map"), at(wire, "/map.gz"), root="sitemapindex", item="sitemap")
    wire.answers["/index"] = Answer(index, Content_Type="text/xml")
    wire.answers["/map.gz"] = Answer(gzip.compress(sitemap(at(wire, "/ships"))), Content_Type="application/gzip")
    assert outcomes(await ingest([Place(at(wire, "/index"), Kind.SITEMAP)], store, settings)) == (3, 0, 0)
    assert wire.paths == ["/index", "/map", "/map.gz", "/ships", "/trains", "/planes"]


async def test_what_is_no_feed_is_named(store: GraphStore, settings: Settings, wire: Site) -> None:
    places = [Place(at(wire, "/ships"), Kind.FEED), Place(at(wire, "/feed"), Kind.SITEMAP), at(wire, "/none?key=x")]
    report = await ingest(places, store, settings)
    assert [(each.where, each.reason) for each in report.failures] == [
        (at(wire, "/ships"), "It is no RSS or Atom feed."),
        (at(wire, "/feed"), "It is no sitemap."),
        (at(wire, "/none"), "The server answered with status 404."),
    ]


async def test_a_poll_that_is_cut_off_is_not_remembered(store: GraphStore, settings: Settings, wire: Site) -> None:
    intake = Intake(store, settings, Wishes())
    async for _ in intake.all([at(wire, "/feed")]):
        break
    await intake.remember_feeds()
    wire.requests.clear()
    assert outcomes(await ingest([at(wire, "/feed")], store, settings)) == (2, 0, 0)


async def test_the_graph_is_sound_with_feeds_in_it(store: GraphStore, settings: Settings, wire: Site) -> None:
    before = await store.graph_hash()
    wire.answers["/empty"] = Answer(feed(), Content_Type="application/rss+xml", ETag='"1"')
    await ingest([at(wire, "/empty")], store, settings)
    assert await store.graph_hash() == before
    assert [each.name for each in await store.doctor() if each.violations] == []
