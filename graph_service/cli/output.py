"""What the commands write: tables and JSON lines on stdout, notes and errors on stderr."""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from graph_service.errors import AmbiguousName, GraphServiceError, UnknownName

Row = Mapping[str, object]

AsJson = Annotated[bool, typer.Option("--json", help="Write JSON for machines: one object a line.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Write CSV with a header line.")]

#: width of a table that goes to a file or a pipe
_PLAIN_WIDTH = 140
# text from outside must not steer the terminal
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def stdout() -> Console:
    """Where results go."""
    return _console(stderr=False)


def stderr() -> Console:
    """Where notes and progress go."""
    return _console(stderr=True)


def _console(*, stderr: bool) -> Console:
    console = Console(stderr=stderr, highlight=False)
    if not console.is_terminal:
        console.width = _PLAIN_WIDTH
    return console


def note(message: str) -> None:
    """Says something to the person at the terminal."""
    stderr().print(plain(message), soft_wrap=True, markup=False)


def complain(error: GraphServiceError) -> None:
    """Says in one red line what went wrong, then what may have been meant, then what to do."""
    stderr().print(Text(f"Error: {plain(error.detail)}", style="red"), soft_wrap=True)
    if meant := _meant(error):
        stderr().print(table(meant))
    if error.advice:
        note(error.advice)


def _meant(error: GraphServiceError) -> tuple[dict[str, object], ...]:
    if isinstance(error, AmbiguousName):
        return error.candidates
    return error.suggestions if isinstance(error, UnknownName) else ()


def show(
    rows: Sequence[Row],
    columns: Sequence[str],
    as_table: Callable[[Sequence[Row]], Table],
    *,
    as_json: bool = False,
    as_csv: bool = False,
) -> None:
    """Rows as the options ask: JSON lines, CSV, or a table and how many there are."""
    if as_json and as_csv:
        raise typer.BadParameter("Give --json or --csv, not both.")
    if as_json:
        json_lines(rows)
    elif as_csv:
        _csv_lines(rows, columns)
    elif rows:
        stdout().print(as_table(rows))
        note(f"{len(rows)} found.")
    else:
        note("Nothing was found.")


def json_line(found: object) -> None:
    """One JSON value on one line of stdout."""
    typer.echo(json.dumps(found, ensure_ascii=False))


def json_lines(rows: Iterable[Row]) -> None:
    """Rows as JSON lines on stdout."""
    for row in rows:
        json_line(row)


def _csv_lines(rows: Iterable[Row], columns: Sequence[str]) -> None:
    from graph_service.export import csv_header, csv_text

    typer.echo(csv_header(columns) + csv_text(rows, columns), nl=False)


def table(rows: Iterable[Row], columns: Iterable[str] = (), title: str | None = None) -> Table:
    """Rows as a table with one column a key; ``columns`` gives them, or the first row's keys."""
    listed = list(rows)
    keys = list(columns) or list(listed[0] if listed else ())
    made = Table(title=title, title_justify="left", header_style="bold", show_edge=False, pad_edge=False)
    for key in keys:
        made.add_column(key.replace("_", " "), overflow="fold")
    for row in listed:
        made.add_row(*(cell(row.get(key)) for key in keys))
    return made


def cell(value: object) -> Text:
    """A value in a table: nothing for null, lists with commas, numbers to three places."""
    if value is None:
        return Text("")
    if isinstance(value, float):
        return Text(f"{value:.3f}")
    if isinstance(value, list | tuple):
        return Text(plain(", ".join(str(each) for each in value)))
    return Text(plain(str(value)))


def plain(text: str) -> str:
    """A text from outside without control characters."""
    return _CONTROLS.sub("", text)
