"""Web pages: text and metadata; hostile ones are answered in time and the next page is read."""

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from graph_service.errors import BadArticle, NothingToRead
from graph_service.inputs import Failure, Metadata, read
from graph_service.inputs.html import declared_encoding, read_page
from graph_service.inputs.sandbox import Sandbox
from graph_service.models import Article
from graph_service.settings import Settings

SECONDS = 3.0
PARAGRAPHS = (
    "<p>The harbour master said on Monday that no ship would leave before the tide had turned.</p>"
    "<p>&ldquo;We are waiting for the pilots,&rdquo; she told the crew of the ferry to Malmö.</p>"
    "<p>The owners of the ferry denied that anybody had been paid to stay in the port.</p>"
)
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ships wait | Harbour Wire</title>
<meta property="og:title" content="Ships wait"><meta property="og:site_name" content="Harbour Wire">
<link rel="canonical" href="https://Harbour.example/ships?utm_source=feed#top">
<meta property="article:published_time" content="2024-03-05T10:00:00+01:00"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Ships wait</h1>{PARAGRAPHS}</article>
<footer>All rights reserved 2019</footer></body></html>"""
HOSTILE = {
    "attributes": "<p " + " ".join(f"a{number}=x" for number in range(200_000)) + ">x</p>",
    "nesting": "<div>" * 200_000,
    "entities": '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "xxxxxxxxxx">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]><html><body><p>&j;</p></body></html>",
    "files": '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    "<html><body><p>&a;</p></body></html>",
    "structured data": "<script type='application/ld+json'>" + "[" * 300_000 + "</script>",
    "no text": "<html><head><title>Ships</title></head><body><img src='ships.png'></body></html>",
}


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(Settings(html_seconds=SECONDS)) as reader:
        warm_up(reader)
        yield reader


def warm_up(sandbox: Sandbox) -> None:
    """The first page also waits for the process to start, which takes its time on a busy machine."""
    for _ in range(10):
        try:
            read_page(PAGE.encode(), sandbox)
            return
        except BadArticle:
            continue


def test_a_page(tmp_path: Path) -> None:
    path = tmp_path / "ships.html"
    path.write_text(PAGE)
    (article,) = read(path, Settings())
    assert isinstance(article, Article)
    assert "“We are waiting for the pilots,” she told the crew of the ferry to Malmö." in article.text
    assert "Home" not in article.text
    assert (article.title, article.outlet) == ("Ships wait", "Harbour Wire")
    assert article.published_at == date(2024, 3, 5)
    assert article.url == "https://harbour.example/ships"


def test_flags_go_over_the_page(tmp_path: Path) -> None:
    path = tmp_path / "ships.htm"
    path.write_text(PAGE)
    (article,) = read(path, Settings(), Metadata.parse(outlet="Given", url="https://given.example/1"))
    assert isinstance(article, Article)
    assert (article.outlet, article.url) == ("Given", "https://given.example/1")


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_page_is_answered_in_time_and_the_next_is_read(sandbox: Sandbox, kind: str) -> None:
    started = time.monotonic()
    with pytest.raises(BadArticle):
        read_page(HOSTILE[kind].encode(), sandbox)
    assert time.monotonic() - started <= SECONDS + 0.5
    warm_up(sandbox)
    assert "pilots" in read_page(PAGE.encode(), sandbox).text


def test_memory_is_bounded() -> None:
    settings = Settings(html_seconds=8.0, html_memory_mb=40)
    with Sandbox(settings) as sandbox, pytest.raises(BadArticle):
        read_page(("<html><body><article>" + PARAGRAPHS * 15_000 + "</article></body></html>").encode(), sandbox)


def test_a_page_in_its_declared_encoding(sandbox: Sandbox) -> None:
    page = PAGE.replace("utf-8", "iso-8859-1").replace("“", '"').replace("”", '"').encode("iso-8859-1")
    assert declared_encoding(page) == "iso-8859-1"
    assert "Malmö" in read_page(page, sandbox).text


def test_a_page_without_text_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.write_text(HOSTILE["no text"])
    (failure,) = read(path, Settings())
    assert isinstance(failure, Failure)
    assert failure.where == str(path)
    assert isinstance(failure.error, NothingToRead)
