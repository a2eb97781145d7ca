"""Which documents a path means, and of what kind each is."""

import os
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from graph_service.errors import BadArticle, NothingToRead


class Kind(StrEnum):
    """How a document is read."""

    TEXT = "text"
    HTML = "html"
    JSONL = "jsonl"


#: of files that are taken from a folder; any other is passed over
SUFFIXES = {
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".jsonl": Kind.JSONL,
    ".ndjson": Kind.JSONL,
}
_PAGE_STARTS = (b"<!doctype", b"<html", b"<?xml", b"<head", b"<body")


def documents(path: Path) -> Iterator[Path]:
    """The documents of a path: a file itself; of a folder, and those in it, the files with a known suffix, in order.

    Hidden files and folders are passed over, and links to folders are not followed.

    Raises:
        BadArticle: there is no such file, or, at the end, a folder could not be looked into.
        NothingToRead: the folder has no such document.
    """
    if not path.exists():
        raise BadArticle("There is no such file or folder.")
    if not path.is_dir():
        yield path
        return
    closed: list[OSError] = []
    empty = True
    for document in _below(path, closed):
        empty = False
        yield document
    if closed:
        raise BadArticle(f"It cannot be looked into: {', '.join(str(error.filename) for error in closed)}.")
    if empty:
        raise NothingToRead(f"The folder has no file that ends in {', '.join(SUFFIXES)}.")


def _below(folder: Path, closed: list[OSError]) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                yield Path(parent, name)


def kind_of(path: Path | None, start: bytes) -> Kind:
    """The kind of a document by its suffix, or by how it starts where the suffix says nothing."""
    known = SUFFIXES.get(path.suffix.lower()) if path else None
    if known:
        return known
    opening = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    if opening.lower().startswith(_PAGE_STARTS):
        return Kind.HTML
    return Kind.JSONL if opening.startswith(b'{"') else Kind.TEXT
