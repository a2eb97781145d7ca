"""How far a command is: a bar on stderr, and how much there is to do."""

from collections.abc import Iterable
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from graph_service.cli.output import stderr


def progress_bar() -> Progress:
    """A bar that counts articles and leaves nothing behind; without a terminal it writes nothing."""
    console = stderr()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)


def line_count(path: Path) -> int:
    """How many lines of a file are not blank."""
    with path.open("rb") as lines:
        return sum(1 for line in lines if line.strip())


def article_count(paths: Iterable[str]) -> int | None:
    """How many articles are at these paths, as far as one can tell without reading them; None for standard input."""
    from graph_service.errors import BadArticle
    from graph_service.inputs import STDIN
    from graph_service.inputs.folder import Kind, documents, kind_of

    total = 0
    for path in paths:
        if path == STDIN:
            return None
        try:
            found = list(documents(Path(path)))
            total += sum(line_count(each) if kind_of(each, b"") is Kind.JSONL else 1 for each in found)
        except (BadArticle, OSError):
            total += 1
    return total
