"""``graph-service ingest``: articles into the graph."""

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from graph_service.cli.exits import Exit
from graph_service.cli.options import Workers, worker_count
from graph_service.cli.output import AsJson, json_line, note, stderr, table
from graph_service.cli.progress import article_count, progress_bar
from graph_service.cli.session import load_settings, with_store
from graph_service.errors import StoreUnavailable

if TYPE_CHECKING:
    from graph_service.ingest import IngestReport
    from graph_service.inputs import Metadata
    from graph_service.inputs.place import Place
    from graph_service.store import GraphStore

_Paths = Annotated[
    list[str] | None,
    typer.Argument(
        help="Files (text, HTML, JSON lines, CSV, e-mail, PDF, WARC), folders of them, URLs, or `-` for standard input."
    ),
]
_Feeds = Annotated[
    list[str] | None, typer.Option("--feed", metavar="URL", help="An RSS or Atom feed; may be given several times.")
]
_Sitemaps = Annotated[
    list[str] | None, typer.Option("--sitemap", metavar="URL", help="A sitemap; may be given several times.")
]
_Columns = Annotated[
    list[str] | None,
    typer.Option("--column", metavar="FIELD=COLUMN", help="Which column of a CSV file holds a field: `text=body`."),
]
_Again = Annotated[
    bool, typer.Option("--again", help="Fetch what feeds and sitemaps list also where it is in the graph already.")
]
_Every = Annotated[
    float | None,
    typer.Option("--every", metavar="MINUTES", min=0.01, help="Do it again so often, until Ctrl-C: feeds are polled."),
]
_OUTCOMES = ("created", "updated", "unchanged", "duplicate", "failed")


def ingest(  # noqa: PLR0913  (each one an option)
    paths: _Paths = None,
    *,
    feed: _Feeds = None,
    sitemap: _Sitemaps = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it; goes over what the article says.")] = None,
    date: Annotated[str | None, typer.Option(metavar="DAY", help="When it was published: 2026-05-31.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it was published.")] = None,
    column: _Columns = None,
    again: _Again = False,
    every: _Every = None,
    workers: Workers = None,
    job: Annotated[
        bool, typer.Option("--job", help="Keep it all as a job first: what is killed on the way goes on later.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Bring articles into the graph.

    The same article again changes nothing. A bad one is named with the reason, the rest goes on, and the exit code
    is 1.

    Examples:

    ```console
    graph-service ingest article.txt --outlet "The Daily" --date 2026-05-31
    graph-service ingest articles/ more.jsonl
    graph-service ingest https://example.org/article.html
    graph-service ingest --feed https://example.org/rss --every 15
    graph-service ingest export.csv --column text=body --column date=day
    graph-service ingest crawl.warc.gz
    curl -s https://example.org/article.html | graph-service ingest - --url https://example.org/article.html
    graph-service ingest --job archive/
    ```
    """
    from graph_service.inputs import Metadata
    from graph_service.inputs.kinds import Kind
    from graph_service.inputs.place import Place
    from graph_service.inputs.table import parse_columns

    places = [Place(each, Kind.FEED) for each in feed or ()] + [Place(each, Kind.SITEMAP) for each in sitemap or ()]
    if not paths and not places:
        raise typer.BadParameter("Give a path, a URL, --feed or --sitemap.")
    if job:
        if url or column or again or every:
            raise typer.BadParameter("A job takes no --url, --column, --again or --every.")
        return ingest_job([*(paths or ()), *places], {"outlet": outlet, "published_at": date}, workers, as_json)
    metadata, columns = Metadata.parse(None, outlet, date, url), parse_columns(column or ())

    def once() -> bool:
        return _told(ingest_paths([*(paths or ()), *places], metadata, workers, columns, again=again), as_json)

    if every is not None:
        if "-" in (paths or ()):
            raise typer.BadParameter("Standard input can be read once: --every takes paths, URLs and feeds.")
        return _repeat(once, every)
    if not once():
        raise typer.Exit(Exit.SOME_FAILED)


def _told(report: "IngestReport", as_json: bool) -> bool:
    """Says how it went; whether nothing failed."""
    if as_json:
        json_line(report.model_dump(mode="json"))
    else:
        say(report)
    return not report.failed


def _repeat(once: Callable[[], bool], minutes: float) -> None:
    """Does it over and over; what is away now may be there the next time."""
    # also while it is at it: what is in the graph stays, and the next time goes on from there
    with suppress(KeyboardInterrupt):
        while True:
            try:
                once()
            except StoreUnavailable as error:
                note(str(error))
            note(f"Again in {minutes:g} minutes; Ctrl-C ends it.")
            time.sleep(60 * minutes)


def ingest_job(
    paths: "Sequence[str | Place]", metadata: dict[str, str | None], workers: int | None, as_json: bool
) -> None:
    """Makes a job of paths, works on it until it is done, and tells how it went."""
    from graph_service.cli.job_items import submit_job, watch_job
    from graph_service.cli.jobs import end
    from graph_service.jobs.supervisor import Supervisor

    name = submit_job(paths, {key: value for key, value in metadata.items() if value})
    note(f"It is job {name}; after Ctrl-C it goes on with `graph-service jobs run`.")
    with Supervisor(worker_count(workers, article_count(paths))):
        row = watch_job(name)
    end(row, as_json)


def ingest_paths(
    paths: "Sequence[str | Place]",
    metadata: "Metadata | None" = None,
    workers: int | None = None,
    columns: "Mapping[str, str] | None" = None,
    *,
    again: bool = False,
) -> "IngestReport":
    """Ingests with a progress bar."""
    from graph_service.ingest import ingest as ingest_articles

    expected = article_count(paths)
    count = worker_count(workers, expected)

    async def run(store: "GraphStore") -> "IngestReport":
        with progress_bar() as bar:
            task = bar.add_task("Reading articles", total=expected)
            return await ingest_articles(
                paths,
                store,
                load_settings(),
                lambda _: bar.advance(task),
                metadata=metadata,
                columns=columns,
                again=again,
                workers=count,
            )

    return with_store(run)


def say(report: "IngestReport") -> None:
    """The totals of a run, and what failed."""
    if report.failures:
        stderr().print(table((each._asdict() for each in report.failures), title="Failed"))
    outcomes = ", ".join(f"{getattr(report, outcome)} {outcome}" for outcome in _OUTCOMES)
    if report.unchanged_feeds:
        note(f"Feeds without news: {report.unchanged_feeds}.")
    note(f"Articles: {outcomes}. {report.statements} statements in {report.seconds:.1f} s.")
