"""The command ``graph-service``: one module a command, put together here.

A command imports what it works with when it runs, so that ``--help`` answers at once.
"""

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from graph_service import __version__
from graph_service.cli import (
    ask,
    backup,
    demo,
    doctor,
    evaluate,
    export,
    extract,
    forget,
    ingest,
    jobs,
    judge,
    keys,
    match,
    mcp,
    neo4j,
    query,
    relations,
    search,
    serve,
    worker,
)
from graph_service.cli.exits import exit_code
from graph_service.cli.output import complain
from graph_service.errors import GraphServiceError


class _Commands(TyperGroup):
    """The commands; an error of ours ends one with a line that says what to do, and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except GraphServiceError as error:
            raise _ended(error) from error
        except OSError as error:
            # without a file it is a closed pipe, which typer takes care of
            if error.filename is None:
                raise
            raise _ended(GraphServiceError(f"{error.filename}: {error.strerror}.")) from error


def _ended(error: GraphServiceError) -> typer.Exit:
    complain(error)
    return typer.Exit(exit_code(error))


app = typer.Typer(
    cls=_Commands,
    name="graph-service",
    help="Who said what about whom: news articles in, a statement knowledge graph out.",
    rich_markup_mode="markdown",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"graph-service {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass


for _command in (
    demo.demo,
    ingest.ingest,
    extract.extract,
    forget.forget,
    ask.ask,
    search.search,
    relations.relations,
    query.query,
    match.match,
    match.dedupe,
    export.export,
    backup.backup,
    backup.restore,
    doctor.doctor,
    serve.serve,
    worker.worker,
    mcp.mcp,
    evaluate.evaluate,
):
    app.command()(_command)
app.add_typer(jobs.app, name="jobs")
app.add_typer(judge.app, name="judge")
app.add_typer(keys.app, name="keys")
app.add_typer(neo4j.app, name="neo4j")

if __name__ == "__main__":
    app()
