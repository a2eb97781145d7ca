"""Metadata: dates, canonical addresses, precedence."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.errors import BadArticle
from graph_service.inputs.metadata import Metadata, canonical_url, parse_date


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("HTTPS://User:secret@News.Example:443/A?utm_source=x&b=2&a=1#top", "https://news.example/A?a=1&b=2"),
        ("http://news.example", "http://news.example/"),
        ("http://news.example:80/x", "http://news.example/x"),
        ("http://news.example:8080/x", "http://news.example:8080/x"),
        ("https://news.example/x?fbclid=1", "https://news.example/x"),
        ("https://[2001:db8::1]/x", "https://[2001:db8::1]/x"),
        ("  https://news.example/ü ", "https://news.example/%C3%BC"),
    ],
)
def test_canonical_url(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical
    assert canonical_url(canonical) == canonical


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "news.example/x", "http://", "http://[x", "http://a:b/", ""]
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(BadArticle):
        canonical_url(url)


def test_a_password_is_never_in_the_message() -> None:
    with pytest.raises(BadArticle) as caught:
        canonical_url("ftp://user:secret@news.example/")
    assert "secret" not in str(caught.value)


@given(st.text(max_size=80))
def test_any_words_are_an_address_or_refused(words: str) -> None:
    with suppress(BadArticle):
        assert canonical_url("https://news.example/" + words).startswith("https://")
    with suppress(BadArticle):
        canonical_url(words)


@pytest.mark.parametrize("text", ["2031-03-04", "2031-03-04T23:59:00+02:00", "2031-03-04T23:59:00Z", " 2031-03-04 "])
def test_date(text: str) -> None:
    assert parse_date(text) == date(2031, 3, 4)


@pytest.mark.parametrize("text", ["04.03.2031", "yesterday", "2031-13-04", "2031"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(BadArticle, match="2024-03-05"):
        parse_date(text)


def test_given_metadata_goes_over_the_articles_own() -> None:
    own = Metadata(title="Own", outlet="Own Wire")
    assert Metadata(outlet="Given").over(own) == Metadata(title="Own", outlet="Given")


def test_blank_is_absent() -> None:
    assert Metadata.parse(title=" ", outlet="", published=None, url="") == Metadata()


def test_a_number_is_no_title() -> None:
    with pytest.raises(BadArticle, match="title is a int"):
        Metadata.parse(title=7)
