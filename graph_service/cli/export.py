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
from graph_service.errors import BadParameter

if TYPE_CHECKING:
    from graph_service.store import GraphStore


class Format(StrEnum):
    """The formats of an export."""

    JSONL = "jsonl"
    CSV = "csv"


def export(
    format_: Annotated[Format, typer.Option("--format", help="One JSON object a line, or CSV.")] = Format.JSONL,
    out: Annotated[Path | None, typer.Option(dir_okay=False, help="The file to write; else stdout.")] = None,
    corrections: Annotated[
        bool, typer.Option("--corrections", help="Instead: the articles that people corrected, as gold lines.")
    ] = False,
) -> None:
    """Write all statements, newest first, with the same keys as `ask --json`.

    With `--corrections`: each article of which somebody judged a statement, with its text and the statements that now
    hold, in the form that `evaluate` scores against and the model is trained on.

    Examples:

    ```console
    graph-service export > statements.jsonl
    graph-service export --format csv --out statements.csv
    graph-service export --corrections --out gold.jsonl
    ```
    """
    if corrections and format_ is Format.CSV:
        raise BadParameter("Gold lines are JSON.", advice="Leave --format out.")
    with _opened(out) as handle:
        if corrections:
            note(f"{_export_gold(handle)} corrected articles exported.")
        else:
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


def _export_gold(handle: TextIO) -> int:
    from graph_service.gold import gold_lines

    async def write(store: "GraphStore") -> int:
        written = 0
        async for line in gold_lines(store):
            handle.write(json.dumps(line, ensure_ascii=False) + "\n")
            written += 1
        return written

    return with_store(write)
