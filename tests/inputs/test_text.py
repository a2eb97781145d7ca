"""Bytes to text: encodings, normal form, front matter, headlines."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.errors import BadArticle, NothingToRead
from graph_service.inputs.text import decode, headline, normalise, split_front_matter

SENTENCE = "The envoy said “we are ready” and left Genève for the coast — without a word to the reporters outside."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_its_encoding(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding)) == SENTENCE


def test_a_declared_encoding_is_used_where_it_is_not_utf8() -> None:
    assert decode("Müller said no".encode("iso8859_15"), "iso-8859-15") == "Müller said no"
    assert decode("Müller said no".encode(), "iso-8859-15") == "Müller said no"
    assert decode(b"plain \xe9t\xe9 said the mayor of the town", "no-such-encoding")


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\r\n"])
def test_nothing_is_refused(data: bytes) -> None:
    with pytest.raises(NothingToRead, match="empty"):
        decode(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\x00", "zip"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"\x89PNG\r\n", "image"),
        (b"The minister\x00\x01\x02 said", "binary"),
        (bytes(range(128, 256)) * 20, "mis-encoded"),
        (SENTENCE.encode().decode("cp1252", "ignore").encode() * 3, "mis-encoded"),
        ("The min\ufffdster s\ufffdid n\ufffdthing".encode(), "mis-encoded"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(BadArticle, match=reason):
        decode(data)


@pytest.mark.parametrize(
    ("raw", "normal"),
    [
        ("one\r\ntwo\rthree\u2028four\x85five", "one\ntwo\nthree\nfour\nfive"),
        ("\n\n one \n\n", "one"),
        ("10\xa0000 men", "10 000 men"),
        ("Erdog\u0306an", "Erdo\u011fan"),
        ("co\xadopera\u200btion\x00\x1b", "cooperation"),
        ("abc\u202etxt", "abctxt"),
        ("\ttab stays", "tab stays"),
        ("in\tside", "in\tside"),
    ],
)
def test_normal_form(raw: str, normal: str) -> None:
    assert normalise(raw) == normal


@given(st.text())
def test_the_normal_form_is_its_own_normal_form(text: str) -> None:
    try:
        once = normalise(text)
    except BadArticle:
        return
    assert normalise(once) == once


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with suppress(BadArticle):
        assert isinstance(decode(data), str)


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(BadArticle, match="surrogate"):
        normalise("ab\ud800c")


def test_front_matter() -> None:
    text = "---\ntitle: 'Talks: day two'\nOutlet: Harbour Wire\ndate: 2031-03-04\nauthor: nobody\n---\n\nTalks\nBody."
    parts = split_front_matter(text)
    assert parts.text == "Talks\nBody."
    assert parts.metadata.title == "Talks: day two"
    assert parts.metadata.outlet == "Harbour Wire"
    assert parts.metadata.published_at == date(2031, 3, 4)


def test_front_matter_with_a_bad_date_is_refused() -> None:
    with pytest.raises(BadArticle, match="date 'soon'"):
        split_front_matter("---\ndate: soon\n---\nBody")


@pytest.mark.parametrize("text", ["--- said nobody\nBody", "---\nno end of it", "Body\n---\ntitle: x\n---\n"])
def test_text_without_front_matter_is_left_alone(text: str) -> None:
    assert split_front_matter(text).text == text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Talks end without a deal\nThey said so.", "Talks end without a deal"),
        ("Will they meet?\nPerhaps.", "Will they meet?"),
        ("They said so.\nThen they left.", None),
        ("Only one line", None),
        ("long " * 60 + "\nBody.", None),
    ],
)
def test_headline(text: str, title: str | None) -> None:
    assert headline(text) == title
