"""``graph-service ingest``: articles into the graph."""

from typing import TYPE_CHECKING, Annotated

import typer

from graph_service.cli.exits import Exit
from graph_service.cli.options import Workers, worker_count
from graph_service.cli.output import AsJson, json_line, note, stderr, table
from graph_service.cli.progress import article_count, progress_bar
from graph_service.cli.session import load_settings, with_store

if TYPE_CHECKING:
    from graph_service.ingest import IngestReport
    from graph_service.inputs import Metadata
    from graph_service.store import GraphStore

_Paths = Annotated[
    list[str], typer.Argument(help="Text, HTML or JSON lines files, folders of them, or `-` for standard input.")
]
_OUTCOMES = ("created", "updated", "unchanged", "duplicate", "failed")


def ingest(  # noqa: PLR0913  (each one an option)
    paths: _Paths,
    *,
    outlet: Annotated[str | None, typer.Option(help="Who published it; goes over what the article says.")] = None,
    date: Annotated[str | None, typer.Option(metavar="DAY", help="When it was published: 2026-05-31.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it was published.")] = None,
    workers: Workers = None,
    as_json: AsJson = False,
) -> None:
    """Bring articles into the graph.

    The same article again changes nothing. A bad one is named with the reason, the rest goes on, and the exit code
    is 1.

    Examples:

    ```console
    graph-service ingest article.txt --outlet "The Daily" --date 2026-05-31
    graph-service ingest articles/ more.jsonl
    curl -s https://example.org/article.html | graph-service ingest - --url https://example.org/article.html
    ```
    """
    from graph_service.inputs import Metadata

    report = ingest_paths(paths, Metadata.parse(None, outlet, date, url), workers)
    if as_json:
        json_line(report.model_dump(mode="json"))
    else:
        say(report)
    if report.failed:
        raise typer.Exit(Exit.SOME_FAILED)


def ingest_paths(paths: list[str], metadata: "Metadata | None" = None, workers: int | None = None) -> "IngestReport":
    """Ingests with a progress bar."""
    from graph_service.ingest import ingest as ingest_articles

    expected = article_count(paths)
    count = worker_count(workers, expected)

    async def run(store: "GraphStore") -> "IngestReport":
        with progress_bar() as bar:
            task = bar.add_task("Reading articles", total=expected)
            return await ingest_articles(
                paths, store, load_settings(), lambda _: bar.advance(task), metadata=metadata, workers=count
            )

    return with_store(run)


def say(report: "IngestReport") -> None:
    """The totals of a run, and what failed."""
    if report.failures:
        stderr().print(table((each._asdict() for each in report.failures), title="Failed"))
    outcomes = ", ".join(f"{getattr(report, outcome)} {outcome}" for outcome in _OUTCOMES)
    note(f"Articles: {outcomes}. {report.statements} statements in {report.seconds:.1f} s.")
