"""How far a command is: a bar on stderr, and how much there is to do."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from graph_service.cli.output import stderr

if TYPE_CHECKING:
    from graph_service.inputs.place import Place


def progress_bar() -> Progress:
    """A bar that counts articles and leaves nothing behind; without a terminal it writes nothing."""
    console = stderr()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)


def line_count(path: Path) -> int:
    """How many lines of a file are not blank."""
    with path.open("rb") as lines:
        return sum(1 for line in lines if line.strip())


def article_count(paths: "Iterable[str | Place]") -> int | None:
    """How many articles are at these paths, as far as one can tell without reading them; None for standard input
    and for feeds."""
    from graph_service.errors import BadArticle
    from graph_service.inputs import STDIN
    from graph_service.inputs.folder import documents
    from graph_service.inputs.kinds import SUFFIXES, Kind, suffix
    from graph_service.inputs.place import Place

    total = 0
    for path in paths:
        if path == STDIN or isinstance(path, Place):
            return None
        try:
            found = list(documents(Path(path)))
            total += sum(line_count(each) if SUFFIXES.get(suffix(each.name)) is Kind.JSONL else 1 for each in found)
        except (BadArticle, OSError):
            total += 1
    return total
