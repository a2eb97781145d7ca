"""Articles as JSON lines: one object a line with ``text`` or ``html``, and optionally ``id``, ``title``, ``date``,
``outlet`` and ``url``."""

import json
from collections.abc import Iterator
from typing import IO, NamedTuple

from graph_service.errors import ArticleTooLarge, BadArticle, GraphServiceError
from graph_service.inputs.metadata import Metadata
from graph_service.inputs.sandbox import Sandbox
from graph_service.inputs.text import decode

#: JSON can take thirty times its length in memory
_LONG = 1_000_000


class Line(NamedTuple):
    """One line of JSON lines: its number from 1, and the object on it, or why there is none."""

    number: int
    record: "Record | GraphServiceError"


class Record(NamedTuple):
    """An article on one line: exactly one of ``text`` and ``html`` is set. ``id`` only names it in messages."""

    id: str | None
    text: str | None
    html: str | None
    metadata: Metadata


def read_lines(handle: IO[bytes], longest: int, sandbox: Sandbox) -> Iterator[Line]:
    """The lines that are not blank, one at a time; a line over ``longest`` bytes is passed over unread."""
    number = 0
    while line := handle.readline(longest + 1):
        number += 1
        if len(line) > longest:
            _skip_rest(handle, line)
            yield Line(number, ArticleTooLarge(f"The line is over {longest:,} bytes."))
        elif line.strip():
            yield Line(number, _record_or_error(line, sandbox))


def _skip_rest(handle: IO[bytes], line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = handle.readline(1_000_000)


def _record_or_error(line: bytes, sandbox: Sandbox) -> Record | GraphServiceError:
    try:
        if len(line) > _LONG:
            return sandbox.call("Reading the line", parse_record, line)
        return parse_record(line)
    except GraphServiceError as error:
        return error


def parse_record(line: bytes) -> Record:
    """The article on a line.

    Raises:
        BadArticle: it is not a JSON object with one of ``text`` and ``html``, or a field has the wrong type.
    """
    try:
        fields = json.loads(decode(line))
    except (ValueError, RecursionError):
        raise BadArticle("It is not JSON.", advice='Write one {"text": "…"} a line.') from None
    if not isinstance(fields, dict):
        raise BadArticle("It is not a JSON object.", advice='Write one {"text": "…"} a line.')
    text, html = _string(fields, "text"), _string(fields, "html")
    if (text is None) == (html is None):
        raise BadArticle('Exactly one of "text" and "html" must be there.')
    metadata = Metadata.parse(fields.get("title"), fields.get("outlet"), fields.get("date"), fields.get("url"))
    identity = fields.get("id")
    return Record(None if identity is None else str(identity)[:80], text, html, metadata)


def _string(fields: dict[str, object], name: str) -> str | None:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise BadArticle(f'"{name}" is a {type(value).__name__}, not text.')
    return value
