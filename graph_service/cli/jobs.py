"""``graph-service jobs``: ingest by the thousand, by workers that may be killed at any moment."""

from typing import TYPE_CHECKING, Annotated

import typer

from graph_service.cli.exits import Exit
from graph_service.cli.output import AsCsv, AsJson, json_line, note, show, stdout, table
from graph_service.cli.session import load_settings, with_store

if TYPE_CHECKING:
    from graph_service.queries import Query
    from graph_service.store import GraphStore

_HELP = """Ingest by the thousand: a job is kept in the graph, and workers read it, whatever is killed meanwhile.

Examples:

```console
graph-service jobs submit archive/ --watch
graph-service jobs submit --feed https://news.example/feed.xml
graph-service jobs list
```
"""

app = typer.Typer(help=_HELP, no_args_is_help=True, rich_markup_mode="markdown")

_LISTED = ("id", "state", "total", "done", "failed", "skipped", "waiting", "source")
_ITEMS = ("place", "source", "state", "outcome", "article", "statements", "reason")
_Job = Annotated[str, typer.Argument(metavar="JOB", help="Its id; `last` is the newest job.")]
_Feeds = Annotated[list[str] | None, typer.Option("--feed", metavar="URL", help="An RSS or Atom feed.")]
_Sitemaps = Annotated[list[str] | None, typer.Option("--sitemap", metavar="URL", help="A sitemap.")]


@app.command()
def submit(  # noqa: PLR0913  (each one an option)
    paths: Annotated[
        list[str] | None, typer.Argument(help="Files, folders of them, URLs, or `-` for standard input.")
    ] = None,
    *,
    feed: _Feeds = None,
    sitemap: _Sitemaps = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it; goes over what the article says.")] = None,
    date: Annotated[str | None, typer.Option(metavar="DAY", help="When it was published: 2026-05-31.")] = None,
    watch_it: Annotated[bool, typer.Option("--watch", help="Show how far it is until it is done.")] = False,
    as_json: AsJson = False,
) -> None:
    """Make a job of documents and addresses. It is done by workers: `jobs run`, `worker` or `serve` start them.

    Examples:

    ```console
    graph-service jobs submit articles/ more.jsonl --outlet "The Daily"
    graph-service jobs submit --feed https://news.example/feed.xml --watch
    ```
    """
    from graph_service.cli.job_items import submit_job
    from graph_service.inputs.kinds import Kind
    from graph_service.inputs.place import Place

    places = [Place(each, Kind.FEED) for each in feed or ()] + [Place(each, Kind.SITEMAP) for each in sitemap or ()]
    if not (paths or places):
        raise typer.BadParameter("Give a path, a URL, --feed or --sitemap.")
    metadata = {name: value for name, value in (("outlet", outlet), ("published_at", date)) if value}
    job = submit_job([*(paths or ()), *places], metadata)
    if not as_json:
        note(f"It is job {job}. Its workers are those of `serve`, `worker` or `jobs run`.")
    if watch_it:
        end(_watch(job), as_json)
    elif as_json:
        _tell(_row(job), as_json)


@app.command(name="list")
def list_(as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """List the jobs, newest first.

    Examples:

    ```console
    graph-service jobs list
    ```
    """
    _list("jobs", {}, _LISTED, as_json=as_json, as_csv=as_csv)


@app.command(name="show")
def show_(job: _Job, as_json: AsJson = False) -> None:
    """Show how far a job is, and why items failed or were passed over.

    Examples:

    ```console
    graph-service jobs show last
    graph-service jobs show last --json | jq .failed
    ```
    """
    _tell(_row(_named(job)), as_json)


@app.command()
def items(
    job: _Job,
    state: Annotated[
        str | None, typer.Option(help="Only these: waiting, running, done, failed, skipped or expanded.")
    ] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List the items of a job, with what became of each.

    Examples:

    ```console
    graph-service jobs items last --state failed --csv > failed.csv
    ```
    """
    asked = {"job": _named(job)} | ({"state": state} if state else {})
    _list("job_items", asked, _ITEMS, as_json=as_json, as_csv=as_csv)


@app.command()
def cancel(job: _Job, as_json: AsJson = False) -> None:
    """Begin nothing more of a job. What a worker is at it finishes, and what is in the graph stays.

    Examples:

    ```console
    graph-service jobs cancel last
    ```
    """
    name = _named(job)
    with_store(lambda store: store.jobs.cancel(name))
    _tell(_row(name), as_json)


@app.command()
def retry(job: _Job, as_json: AsJson = False) -> None:
    """Try the failed items of a job again.

    Examples:

    ```console
    graph-service jobs retry last
    ```
    """
    name = _named(job)
    again = with_store(lambda store: store.jobs.retry(name))
    note(f"{again} items are tried again.")
    _tell(_row(name), as_json)


@app.command()
def watch(job: _Job, as_json: AsJson = False) -> None:
    """Show how far a job is until it is done; the exit code is 1 if items failed.

    Examples:

    ```console
    graph-service jobs watch last
    ```
    """
    end(_watch(_named(job)), as_json)


@app.command()
def run(
    workers: Annotated[int | None, typer.Option(min=1, help="Processes that work; else GRAPH_SERVICE_WORKERS.")] = None,
) -> None:
    """Work on jobs until Ctrl-C, with several workers; one that dies is started again.

    Examples:

    ```console
    graph-service jobs run --workers 4
    ```
    """
    import signal
    import threading

    from graph_service.cli.serve import log_to_stderr
    from graph_service.jobs.supervisor import Supervisor
    from graph_service.store.connection import connection

    settings = load_settings()
    connection(settings)
    log_to_stderr(settings.log_format)
    over = threading.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, lambda *_: over.set())
    count = workers or max(settings.workers, 1)
    with Supervisor(count):
        note(f"{count} workers are on jobs until Ctrl-C.")
        over.wait()


def _named(job: str) -> str:
    if job != "last":
        return job
    from graph_service.errors import UnknownJob

    rows = with_store(lambda store: store.read(_query("jobs"), {"limit": 1}))
    if not rows:
        raise UnknownJob("There is no job yet.", advice="Make one with `graph-service jobs submit`.")
    return str(rows[0]["id"])


def _row(job: str) -> dict[str, object]:
    return with_store(lambda store: store.jobs.show(job))


def _query(name: str) -> "Query":
    from graph_service.queries import catalogue

    return catalogue("jobs")[name]


def _list(name: str, asked: dict[str, str], columns: tuple[str, ...], *, as_json: bool, as_csv: bool) -> None:
    from graph_service.export import walk

    query = _query(name)

    async def answer(store: "GraphStore") -> list[dict[str, object]]:
        if "job" in asked:
            await store.jobs.check(asked["job"])
        return [row async for row in walk(store, query, asked)]

    show(with_store(answer), query.returns, lambda rows: table(rows, columns), as_json=as_json, as_csv=as_csv)


def _watch(job: str) -> dict[str, object]:
    from graph_service.cli.job_items import watch_job

    return watch_job(job)


def _tell(row: dict[str, object], as_json: bool) -> None:
    if as_json:
        json_line(row)
        return
    shown = [{"what": name.replace("_", " "), "is": value} for name, value in row.items() if name != "reasons"]
    stdout().print(table(shown))
    if reasons := row["reasons"]:
        stdout().print(table(reasons))  # type: ignore[arg-type]


def end(row: dict[str, object], as_json: bool) -> None:
    """Tells how a job went; the exit code is 1 where items failed."""
    _tell(row, as_json)
    if row["failed"] or row["state"] == "cancelled":
        raise typer.Exit(Exit.SOME_FAILED)
