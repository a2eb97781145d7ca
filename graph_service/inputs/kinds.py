"""Of what kind a document is: by what is in it, and only then by its name or by what a server calls it."""

import re
import zlib
from enum import StrEnum
from pathlib import PurePath


class Kind(StrEnum):
    """How a document is read."""

    TEXT = "text"
    HTML = "html"
    JSONL = "jsonl"
    CSV = "csv"
    EML = "eml"
    PDF = "pdf"
    WARC = "warc"
    FEED = "feed"
    SITEMAP = "sitemap"


#: of files that are taken from a folder; any other is passed over
SUFFIXES = {
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".jsonl": Kind.JSONL,
    ".ndjson": Kind.JSONL,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".eml": Kind.EML,
    ".pdf": Kind.PDF,
    ".warc": Kind.WARC,
    ".warc.gz": Kind.WARC,
}
_MEDIA_TYPES = {
    "text/html": Kind.HTML,
    "application/xhtml+xml": Kind.HTML,
    "application/jsonl": Kind.JSONL,
    "application/x-ndjson": Kind.JSONL,
    "text/csv": Kind.CSV,
    "text/tab-separated-values": Kind.CSV,
    "message/rfc822": Kind.EML,
}
#: kinds that have a signature; a name that claims one of them without it is wrong
_SIGNED = {Kind.PDF, Kind.WARC}
_ROOTS = {
    b"rss": Kind.FEED,
    b"feed": Kind.FEED,
    b"rdf": Kind.FEED,
    b"urlset": Kind.SITEMAP,
    b"sitemapindex": Kind.SITEMAP,
}
_ROOT = re.compile(rb"<(?:[a-z]\w{0,20}:)?(rss|feed|rdf|urlset|sitemapindex|html|head|body)[\s>]", re.IGNORECASE)
_PAGE_STARTS = (b"<!doctype", b"<html", b"<?xml", b"<head", b"<body")
_HEADER_LINE = re.compile(rb"(?:[A-Za-z][A-Za-z-]{1,40}: ?[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){3}")
_MAIL_HEADER = re.compile(
    rb"^(?:received|return-path|message-id|mime-version|delivered-to):", re.IGNORECASE | re.MULTILINE
)
_GZIP = b"\x1f\x8b"
_PEEK = 1_024


def suffix(name: str) -> str:
    """The end of a name that tells its kind, in lower case."""
    suffixes = [each.lower() for each in PurePath(name).suffixes[-2:]]
    both = "".join(suffixes)
    return both if both in SUFFIXES else "".join(suffixes[-1:])


def kind_of(name: str, start: bytes, media_type: str = "") -> Kind:
    """The kind of a document of which ``start`` is the beginning."""
    opening = start[:_PEEK].lstrip(b"\xef\xbb\xbf \t\r\n")
    signed = _signature(opening)
    if signed:
        return signed
    said = SUFFIXES.get(suffix(name)) or _MEDIA_TYPES.get(media_type)
    return said if said and said not in _SIGNED else _by_opening(opening)


def _signature(opening: bytes) -> Kind | None:
    if opening.startswith(b"%PDF-"):
        return Kind.PDF
    if opening.startswith(b"WARC/") or _unpacked(opening).startswith(b"WARC/"):
        return Kind.WARC
    root = _ROOT.search(opening) if opening.startswith(b"<") else None
    return _ROOTS.get(root[1].lower()) if root else None


def _by_opening(opening: bytes) -> Kind:
    if opening.lower().startswith(_PAGE_STARTS):
        return Kind.HTML
    if opening.startswith(b'{"'):
        return Kind.JSONL
    headers = _HEADER_LINE.match(opening)
    return Kind.EML if headers and _MAIL_HEADER.search(opening) else Kind.TEXT


def _unpacked(opening: bytes) -> bytes:
    if not opening.startswith(_GZIP):
        return b""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(opening, 16)
    except zlib.error:
        return b""
