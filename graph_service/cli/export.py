"""``graph-service export``: everything that was said, as a file."""

import json
import sys
from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from graph_service.cli.output import Row, note
from graph_service.cli.session import with_store

if TYPE_CHECKING:
    from graph_service.store import GraphStore


class Format(StrEnum):
    """The formats of an export."""

    JSONL = "jsonl"
    CSV = "csv"


def export(
    format_: Annotated[Format, typer.Option("--format", help="One JSON object a line, or CSV.")] = Format.JSONL,
    out: Annotated[Path | None, typer.Option(dir_okay=False, help="The file to write; else stdout.")] = None,
) -> None:
    """Write all statements, newest first, with the same keys as `ask --json`.

    Examples:

    ```console
    graph-service export > statements.jsonl
    graph-service export --format csv --out statements.csv
    ```
    """
    with _opened(out) as handle:
        note(f"{_export(handle, format_)} statements exported.")


def _opened(out: Path | None) -> AbstractContextManager[TextIO]:
    return out.open("w", encoding="utf-8", newline="") if out else nullcontext(sys.stdout)


def _export(handle: TextIO, format_: Format) -> int:
    from graph_service.export import csv_header, csv_text, walk
    from graph_service.queries import catalogue

    query = catalogue()["statements"]
    as_csv = format_ is Format.CSV

    def line(row: Row) -> str:
        return csv_text([row], query.returns) if as_csv else json.dumps(row, ensure_ascii=False) + "\n"

    async def write(store: "GraphStore") -> int:
        handle.write(csv_header(query.returns) if as_csv else "")
        written = 0
        async for row in walk(store, query, {}):
            handle.write(line(row))
            written += 1
        return written

    return with_store(write)
