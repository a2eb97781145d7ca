"""What the commands write: tables and JSON lines on stdout, notes, progress and errors on stderr."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from graph_service.errors import AmbiguousName, GraphServiceError

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
    stderr().print(words(message))


def complain(error: GraphServiceError) -> None:
    """Says in one red line what went wrong, and then what to do; the candidates of an ambiguous name as a table."""
    console = stderr()
    console.print(Text.assemble(("Error: ", "bold red"), (_plain(error.detail), "red")), soft_wrap=True)
    if isinstance(error, AmbiguousName) and error.candidates:
        console.print(table(error.candidates))
    if error.advice:
        console.print(words(error.advice), soft_wrap=True)


def json_line(found: object) -> None:
    """One JSON value on one line of stdout."""
    typer.echo(json.dumps(found, ensure_ascii=False))


def json_lines(rows: Iterable[Row]) -> None:
    """Rows as JSON lines on stdout."""
    for row in rows:
        json_line(row)


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
        return words(", ".join(str(each) for each in value))
    return words(str(value))


def words(text: str) -> Text:
    """Text from outside, without markup and control characters."""
    return Text(_plain(text))


def _plain(text: str) -> str:
    return _CONTROLS.sub("", text)
