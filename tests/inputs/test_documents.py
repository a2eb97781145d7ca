"""CSV, e-mail, PDF and WARC: what is read of them, and that nothing in them does harm."""

import gzip
import json
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tries
from hypothesis import strategies as st

from graph_service.errors import ArticleTooLarge, BadArticle, ExtraMissing, GraphServiceError, NothingToRead
from graph_service.inputs import Failure, Metadata, read, read_bytes
from graph_service.inputs.feed import Entry, parse_feed, parse_sitemap
from graph_service.inputs.kinds import Kind, kind_of
from graph_service.inputs.pdf import joined
from graph_service.inputs.reading import Document, Reader
from graph_service.inputs.table import parse_columns
from graph_service.models import Article
from graph_service.settings import Settings
from graph_service.workers import START_SECONDS
from tests.inputs.documents import SENTENCES, mail, pdf, warc, warc_record
from tests.inputs.memory import peak_memory
from tests.inputs.sites import feed, page, sitemap

TEXT = " ".join(SENTENCES)
#: what a hostile document is given here; by default it is 10 s
GIVEN = 4.0
SECONDS = 10.5
HTML = {"Content_Type": "text/html; charset=utf-8"}


@pytest.fixture(scope="module")
def settings() -> Settings:
    # a busy machine takes its time to start a process
    return Settings(_env_file=None, html_seconds=60.0)


@pytest.fixture(scope="module")
def reader(settings: Settings) -> Iterator[Reader]:
    """One sandbox for the module; the first page waits for it to start."""
    with Reader(settings) as reader:
        yield reader


@pytest.fixture(scope="module")
def strict_reader(settings: Settings) -> Iterator[Reader]:
    """One that takes no longer than ``GIVEN`` for a document."""
    with Reader(settings.model_copy(update={"html_seconds": GIVEN})) as reader:
        yield reader


def found_in(reader: Reader, data: bytes, name: str = "", media_type: str = "") -> list[Article | Failure]:
    return list(reader.content(data, Document(name, media_type)))


def article_in(reader: Reader, data: bytes, name: str = "", media_type: str = "") -> Article:
    (found,) = found_in(reader, data, name, media_type)
    assert isinstance(found, Article), found
    return found


def error_in(reader: Reader, data: bytes, name: str = "", media_type: str = "") -> GraphServiceError:
    (found,) = found_in(reader, data, name, media_type)
    assert isinstance(found, Failure), found
    return found.error


# --- kinds ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "start", "media_type", "kind"),
    [
        ("a.pdf", b"%PDF-1.7\n", "", Kind.PDF),
        ("a.txt", b"%PDF-1.7\n", "text/plain", Kind.PDF),
        ("a.pdf", b"Ships wait", "application/pdf", Kind.TEXT),
        ("a.pdf", b"<!doctype html>", "", Kind.HTML),
        ("a.warc.gz", gzip.compress(b"WARC/1.0\r\n"), "", Kind.WARC),
        ("a", b"WARC/1.1\r\n", "", Kind.WARC),
        ("a.warc", b"Ships wait", "", Kind.TEXT),
        ("a.gz", gzip.compress(b"text"), "", Kind.TEXT),
        ("a.html", b'<?xml version="1.0"?>\n<rss version="2.0">', "text/html", Kind.FEED),
        ("", b'<feed xmlns="http://www.w3.org/2005/Atom">', "", Kind.FEED),
        ("", b'<?xml version="1.0"?><urlset xmlns="x">', "text/xml", Kind.SITEMAP),
        ("", b"<sm:sitemapindex xmlns:sm='x'>", "", Kind.SITEMAP),
        ("", b'<?xml version="1.0"?><!DOCTYPE html><html>', "", Kind.HTML),
        ("", b"<html><body><rss>", "", Kind.HTML),
        ("a.csv", b"title,text\n", "", Kind.CSV),
        ("", b"title,text\n", "text/csv", Kind.CSV),
        ("", b"Received: from a\r\nSubject: b\r\nFrom: c\r\n\r\nd", "", Kind.EML),
        ("", b"Mr: x\nMs: y\nDr: z\n", "", Kind.TEXT),
        ("", b'{"text": "a"}', "", Kind.JSONL),
        ("", b"Ships wait", "text/html", Kind.HTML),
        ("", b"Ships wait", "", Kind.TEXT),
    ],
)
def test_the_kind_is_what_is_in_it_then_what_it_is_called(name: str, start: bytes, media_type: str, kind: Kind) -> None:
    assert kind_of(name, start, media_type) is kind


@given(st.text(max_size=20), st.binary(max_size=2_000), st.text(max_size=20))
def test_everything_has_a_kind(name: str, start: bytes, media_type: str) -> None:
    assert kind_of(name, start, media_type) in Kind


# --- tables -----------------------------------------------------------------------------------------------------------


def test_a_table(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "wire.csv"
    path.write_text(
        "\ufeffnr;Headline;body;day;where\n"
        f'7;Ships wait;"{TEXT}\nMore of it.";2031-03-04;https://w.example/1\n'
        "\n;;;;\n"
        "8;Empty;;2031-03-04;\n"
        f"9;Bad day;{TEXT};someday;\n"
        f"10;Short;{TEXT}\n",
        encoding="utf-8",
    )
    columns = parse_columns(["text=body", "title=headline", "date=day", "url=where", "id=nr"])
    first, empty, bad, last = read(path, settings, Metadata(outlet="Wire"), columns)
    assert isinstance(first, Article)
    assert (first.title, first.published_at, first.url, first.outlet) == (
        "Ships wait",
        date(2031, 3, 4),
        "https://w.example/1",
        "Wire",
    )
    assert first.text == f"{TEXT}\nMore of it."
    assert isinstance(empty, Failure)
    assert isinstance(bad, Failure)
    assert (empty.where, bad.where) == (f"{path}, line 6", f"{path}, line 7")
    assert isinstance(last, Article)


def test_a_table_of_spreadsheets(reader: Reader) -> None:
    data = f"title\ttext\nCafé\t{SENTENCES[0]}\n".encode("cp1252")
    assert article_in(reader, data, "a.tsv").title == "Café"


@pytest.mark.parametrize(
    ("data", "advice"),
    [(b"a,b\n1,2\n", "--column text=COLUMN"), (b"", ""), (b"text," + b"x" * 3_000_000, "")],
)
def test_what_is_no_table_of_articles(reader: Reader, data: bytes, advice: str) -> None:
    assert all(isinstance(each, Failure) and advice in str(each.error) for each in found_in(reader, data, "a.csv"))


def test_damaged_rows_come_to_an_end(reader: Reader) -> None:
    found = found_in(reader, b"text\n" + (b'"' + b"x" * 140_000 + b"\n") * 300, "a.csv")
    assert 0 < len(found) <= 200
    assert all(isinstance(each, Failure) for each in found)


@pytest.mark.parametrize("pair", ["text", "body=text", "=x", "text=", ""])
def test_columns_are_checked(pair: str) -> None:
    with pytest.raises(BadArticle, match="text=body"):
        parse_columns([pair])


# --- e-mail -----------------------------------------------------------------------------------------------------------


def test_an_e_mail(reader: Reader) -> None:
    data = mail(
        TEXT,
        From="Kari <kari@wire.example>",
        Subject="=?utf-8?q?Caf=C3=A9s_close?=",
        Date="Tue, 04 Mar 2031 23:30:00 -0500",
    )
    article = article_in(reader, data, "a.eml")
    assert (article.text, article.title, article.published_at, article.outlet) == (
        TEXT,
        "Cafés close",
        date(2031, 3, 4),
        None,
    )


def test_an_e_mail_of_html_with_an_attachment(reader: Reader) -> None:
    body = (
        '--x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="a.pdf"\r\n\r\n%PDF-1.4\r\n'
        f"--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page('Ships').decode()}\r\n--x--\r\n"
    )
    data = mail(body, MIME_Version="1.0", Content_Type="multipart/mixed; boundary=x", Subject="Ships wait")
    article = article_in(reader, data, "a.eml")
    assert article.title == "Ships wait"
    assert "waiting for the pilots" in article.text


@pytest.mark.parametrize(
    "data",
    [
        mail("", Subject="Nothing", MIME_Version="1.0"),
        mail("x", Content_Type="image/png", MIME_Version="1.0"),
        mail("--x\r\n" * 5_000, Content_Type="multipart/mixed; boundary=x", MIME_Version="1.0"),
    ],
)
def test_an_e_mail_without_text(reader: Reader, data: bytes) -> None:
    assert isinstance(error_in(reader, data, "a.eml"), NothingToRead)


# --- PDF --------------------------------------------------------------------------------------------------------------


def test_a_pdf(reader: Reader) -> None:
    article = article_in(
        reader, pdf("Ships wait in the har-", "bour of the town that lies", SENTENCES[0], "It is full.")
    )
    assert article.text == f"Ships wait in the harbour of the town that lies {SENTENCES[0]} It is full."


def test_lines_become_paragraphs() -> None:
    lines = ["The first line of a paragraph that", "goes on to the end of the second,", "and ends.", "The next one."]
    assert joined("\n".join(lines)) == f"{' '.join(lines[:3])}\n\n{lines[3]}"
    assert joined("One.\n\nTwo-\nthree and\n\nFour") == "One.\n\nTwothree and\n\nFour"
    assert joined("") == ""


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (pdf(), NothingToRead),
        (pdf("x" * 90_000, "y" * 90_000), ArticleTooLarge),
        (b"%PDF-1.4\n", BadArticle),
        (b"%PDF-1.4\n" + b"1 0 obj\n<<" * 20_000, BadArticle),
        (pdf(catalog="/Pages 1 0 R"), BadArticle),
    ],
    ids=["empty", "long", "cut off", "open", "loop"],
)
def test_a_pdf_that_cannot_be_used(reader: Reader, data: bytes, kind: type[GraphServiceError]) -> None:
    assert isinstance(error_in(reader, data), kind)


# --- WARC -------------------------------------------------------------------------------------------------------------


def crawl(packed: bool = False) -> bytes:
    return warc(
        warc_record("", b"software: own", kind="warcinfo"),
        warc_record("https://w.example/1", page("Ships wait"), **HTML),
        warc_record("https://w.example/2", b"gone", status="404 Not Found", **HTML),
        warc_record("https://w.example/3", b"\x89PNG", Content_Type="image/png"),
        warc_record("https://w.example/4", gzip.compress(page("Trains wait")), Content_Encoding="gzip", **HTML),
        warc_record("https://w.example/5", b"<html></html>", **HTML),
        packed=packed,
    )


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_of_pages(tmp_path: Path, settings: Settings, packed: bool) -> None:
    path = tmp_path / ("crawl.warc.gz" if packed else "crawl.warc")
    path.write_bytes(crawl(packed))
    ships, trains, empty = read(path, settings)
    assert isinstance(ships, Article)
    assert isinstance(trains, Article)
    assert [(each.title, each.url) for each in (ships, trains)] == [
        ("Ships wait", "https://w.example/1"),
        ("Trains wait", "https://w.example/4"),
    ]
    assert isinstance(empty, Failure)
    assert empty.where == f"{path}, https://w.example/5"


def test_an_archive_at_hand(settings: Settings) -> None:
    found = list(read_bytes(crawl(packed=True), "crawl", "application/warc", settings))
    assert [type(each) for each in found] == [Article, Article, Failure]


def test_bounds_of_an_archive(settings: Settings) -> None:
    tight = settings.model_copy(update={"max_input_bytes": 2_000_000, "max_archive_bytes": 1_000_000})
    bomb = warc_record("https://w.example/bomb", gzip.compress(bytes(50_000_000)), Content_Encoding="gzip", **HTML)
    large, ships = read_bytes(warc(bomb, warc_record("https://w.example/1", page("Ships"), **HTML)), "a", "", tight)
    assert isinstance(large, Failure)
    assert isinstance(large.error, ArticleTooLarge)
    assert isinstance(ships, Article)
    image = warc_record("https://w.example/image", bytes(1_200_000), Content_Type="image/png")
    (over,) = read_bytes(warc(image, packed=True), "a", "", tight)
    assert isinstance(over, Failure)
    assert "over 1,000,000 bytes" in str(over.error)


# --- pages that were found on the web ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("canonical", "url"),
    [
        ("https://www.harbour.example/ships", "https://www.harbour.example/ships"),
        ("https://other.example/theirs", "https://harbour.example/ships?page=1"),
        ("javascript:alert(1)", "https://harbour.example/ships?page=1"),
        ("https://[", "https://harbour.example/ships?page=1"),
    ],
)
def test_a_page_cannot_take_the_place_of_another_sites(settings: Settings, canonical: str, url: str) -> None:
    data = page("Ships", f'<link rel="canonical" href="{canonical}">')
    (article,) = read_bytes(data, "a", "text/html", settings, found_at="https://harbour.example/ships?page=1")
    assert isinstance(article, Article)
    assert article.url == url


# --- feeds and sitemaps -----------------------------------------------------------------------------------------------


def test_entries_of_a_feed() -> None:
    rss = (
        b'<rss version="2.0"><channel><title>W</title>'
        b"<item><title>Ships &amp; trains</title><link>/1</link>"
        b"<pubDate>Tue, 04 Mar 2031 23:30:00 -0500</pubDate></item>"
        b"<item><link>/1</link></item><item><title>No link</title></item></channel></rss>"
    )
    assert parse_feed(rss, "https://w.example/feed") == [
        Entry("https://w.example/1", "Ships & trains", date(2031, 3, 4))
    ]
    atom = (
        b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title><link href="https://w.example/2"/>'
        b"<published>2031-03-04T23:30:00-05:00</published></entry></feed>"
    )
    assert parse_feed(atom, "https://w.example/feed") == [Entry("https://w.example/2", "A", date(2031, 3, 4))]


def test_entries_of_a_sitemap() -> None:
    news = (
        b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        b'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc> https://w.example/1 </loc>'
        b"<news:news><news:publication_date>2031-03-04</news:publication_date><news:title>Ships</news:title></news:news>"
        b"</url><url><loc/></url></urlset>"
    )
    assert parse_sitemap(news, "").entries == (Entry("https://w.example/1", "Ships", date(2031, 3, 4)),)
    index = sitemap("https://w.example/a.xml", "/b.xml", root="sitemapindex", item="sitemap")
    assert parse_sitemap(gzip.compress(index), "https://w.example/").nested == (
        "https://w.example/a.xml",
        "https://w.example/b.xml",
    )


def test_a_feed_is_no_article(reader: Reader) -> None:
    assert "graph-service ingest URL" in str(error_in(reader, feed("https://w.example/1")))


def test_an_old_xml_parser_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pyexpat.version_info", (2, 4, 0))
    for parse in (parse_feed, parse_sitemap):
        with pytest.raises(ExtraMissing, match="expat"):
            parse(b"<rss/>", "")


# --- hostile documents ------------------------------------------------------------------------------------------------


def laughs(root: str) -> bytes:
    """Entities within entities: a billion laughs."""
    entities = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">{entities}]><{root}>&j;</{root}>'.encode()


def quadratic(root: str) -> bytes:
    """One long entity, many times."""
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]><{root}>{"&a;" * 50_000}</{root}>'.encode()


def outside(root: str) -> bytes:
    """An entity from a file."""
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><{root}>&a;</{root}>'.encode()


HOSTILE = {
    "200k attributes": b"<!doctype html><p " + b" ".join(b"a%d=x" % number for number in range(200_000)) + b">x</p>",
    "200k nesting": b"<html>" + b"<div>" * 200_000,
    "billion laughs": laughs("html"),
    "quadratic": quadratic("html"),
    "XXE": outside("html"),
    "50 MB of text": b"The ship waits. " * 3_200_000,
    "50 MB of a page": b"<html><body><p>" + b"The ship waits. " * 3_200_000,
    "5 MB flat page": b"<html><body><p>" + b"The ship waits. " * 320_000,
    "5 MB of one word": b"<html><body><p>" + b"x" * 5_000_000,
    "5 MB of unclosed tags": b"<html>" + b"<a href='" * 600_000,
    "structured data": b"<html><script type='application/ld+json'>" + b"[" * 300_000 + b"</script>",
    "10 MB of JSON": b'{"text": ' + b"[[]," * 2_400_000,
    "2 MB of deep JSON": b'{"text": ' + b"[" * 2_000_000,
    "mail headers": b"Received: x\r\nSubject: x\r\nMIME-Version: 1.0\r\n" + b"To: " + b"<a@b>, (" * 300_000,
    "mail words": b"Received: x\r\nMIME-Version: 1.0\r\nSubject: " + b"=?utf-8?q?" * 200_000 + b"\r\n\r\nx",
    "mail parts": b"MIME-Version: 1.0\r\nReceived: x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    + b"--x\r\n\r\n" * 300_000,
    "PDF objects": b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n<</A 1>>\nendobj\n" % number for number in range(200_000)),
    "PDF nesting": b"%PDF-1.4\n1 0 obj\n" + b"[" * 1_000_000,
    "PDF bomb": pdf("x").replace(b"/Length", b"/Filter [/FlateDecode /FlateDecode] /Length")
    + zlib.compress(zlib.compress(bytes(100_000_000), 9)),
    "CSV quotes": b"text\n" + b'"' * 9_000_000,
    "CSV commas": b"," * 1_900_000 + b"\n" + b"," * 1_900_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_document_is_answered_in_time(strict_reader: Reader, kind: str) -> None:
    name = "a.csv" if kind.startswith("CSV") else "a"
    strict_reader.sandbox.ready()
    started = time.monotonic()
    with peak_memory() as peak:
        found = found_in(strict_reader, HOSTILE[kind], name)
    assert time.monotonic() - started <= SECONDS
    assert peak.megabytes <= 50
    assert all(isinstance(each, Article | Failure) for each in found)
    assert not any(isinstance(each, Article) and "hostname" in each.text for each in found)


@pytest.mark.parametrize("kind", ["WARC nothing", "WARC lengths", "WARC headers"])
def test_a_hostile_archive_is_answered_in_time(settings: Settings, kind: str) -> None:
    data = {
        "WARC nothing": b"WARC/1.0\r\n" * 300_000,
        "WARC lengths": warc_record("https://w.example/", b"x", **HTML).replace(b"Length: ", b"Length: 99999999999"),
        "WARC headers": b"WARC/1.0\r\n" + b"X: " + b"x" * 5_000_000,
    }[kind]
    started = time.monotonic()
    with peak_memory() as peak:
        found = list(read_bytes(data, "a", "", settings.model_copy(update={"html_seconds": GIVEN})))
    # its process starts first
    assert time.monotonic() - started <= START_SECONDS + GIVEN
    assert peak.megabytes <= 50
    assert all(isinstance(each, Failure) for each in found)


@pytest.mark.parametrize("attack", [laughs, quadratic, outside])
def test_a_hostile_feed_holds_nothing(strict_reader: Reader, attack: Callable[[str], bytes]) -> None:
    opening = b'<rss version="2.0"><channel><item><link>'
    data = attack("rss").replace(b"<rss>", opening).replace(b"</rss>", b"</link></item></channel></rss>")
    entries: list[Entry] = []
    strict_reader.sandbox.ready()
    started = time.monotonic()
    with peak_memory() as peak, suppress(BadArticle):
        entries = strict_reader.sandbox.call("Reading the feed", parse_feed, data, "https://w.example/")
    assert time.monotonic() - started <= SECONDS
    assert all(len(entry.url) <= 2_000 and Path("/etc/hostname").read_text() not in entry.url for entry in entries)
    assert peak.megabytes <= 50


@pytest.mark.parametrize("attack", [laughs, quadratic, outside])
def test_a_hostile_sitemap_is_refused(attack: Callable[[str], bytes]) -> None:
    with peak_memory() as peak, pytest.raises(BadArticle):
        parse_sitemap(attack("urlset"), "https://w.example/")
    assert peak.megabytes <= 50


def test_a_sitemap_that_is_packed_small(reader: Reader) -> None:
    with peak_memory() as peak, pytest.raises(GraphServiceError):
        reader.sandbox.call("Reading the sitemap", parse_sitemap, gzip.compress(bytes(60_000_000), 1), "")
    assert peak.megabytes <= 50


# --- anything ---------------------------------------------------------------------------------------------------------

_STARTS = [
    b"",
    b"%PDF-1.4\n",
    b"<!doctype html><html><body><p>",
    b'<?xml version="1.0"?><rss version="2.0"><channel><item>',
    b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>',
    b'{"text": "',
    b"Received: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n",
    b"title,text\n",
    b"---\ntitle: ",
    b"\xff\xfe",
    TEXT.encode(),
]
_NAMES = ["a", "a.txt", "a.html", "a.csv", "a.eml", "a.pdf", "a.jsonl", "a.warc"]


@tries(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(_STARTS), st.binary(max_size=400) | st.text(max_size=200).map(str.encode), st.sampled_from(_NAMES)
)
def test_whatever_it_holds_is_an_article_or_a_failure(reader: Reader, start: bytes, rest: bytes, name: str) -> None:
    assert all(isinstance(each, Article | Failure) for each in found_in(reader, start + rest, name))


@tries(max_examples=100)
@given(st.sampled_from(_STARTS), st.binary(max_size=400))
def test_feeds_and_sitemaps_of_anything(start: bytes, rest: bytes) -> None:
    for parse in (parse_feed, parse_sitemap):
        with suppress(BadArticle):
            assert parse(start + rest, "https://w.example/") is not None


@tries(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=60), st.integers(0, 600))
def test_archives_of_anything(reader: Reader, noise: bytes, at: int) -> None:
    data = crawl()
    damaged = data[: at + 12] + noise + data[at + 12 + len(noise) :]
    assert all(isinstance(each, Article | Failure) for each in found_in(reader, damaged))


def test_json_lines_of_any_length(reader: Reader) -> None:
    long = json.dumps({"html": page("Ships").decode() + "<!--" + "x" * 1_500_000 + "-->"}).encode()
    assert article_in(reader, long).title == "Ships"
