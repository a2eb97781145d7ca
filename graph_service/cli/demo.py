"""``graph-service demo``: the whole way with the sample articles."""

from typing import TYPE_CHECKING, Annotated

import typer

from graph_service.cli.exits import Exit
from graph_service.cli.ingest import ingest_paths, say
from graph_service.cli.listing import statement_table
from graph_service.cli.output import Row, cell, note, stdout, table
from graph_service.cli.session import load_settings, with_store

if TYPE_CHECKING:
    from graph_service.store import GraphStore

_SHOWN = 12


def demo(
    yes: Annotated[bool, typer.Option("--yes", help="Do it in a graph that holds other articles too.")] = False,
) -> None:
    """Read twelve invented articles into the graph and show who said what about whom.

    Examples:

    ```console
    graph-service demo
    ```
    """
    from graph_service.samples import FOLDER

    if not yes and with_store(_holds_others):
        raise typer.BadParameter("This graph holds other articles; --yes adds the invented ones to them.")
    note("Reading the sample articles …")
    report = ingest_paths([str(FOLDER)])
    say(report)
    rows = with_store(_about_somebody)
    if rows:
        stdout().print(statement_table(rows))
        _say_what_next(rows[0])
    if report.failed:
        raise typer.Exit(Exit.SOME_FAILED)


async def _holds_others(store: "GraphStore") -> bool:
    from graph_service import inputs
    from graph_service.queries import catalogue
    from graph_service.samples import FOLDER

    found = list(inputs.read(FOLDER, load_settings()))
    samples = await store.known_articles([each.id for each in found if not isinstance(each, inputs.Failure)])
    [overview] = await store.read(catalogue()["overview"], {})
    return overview["articles"] != len(samples)


async def _about_somebody(store: "GraphStore") -> list[dict[str, object]]:
    from graph_service.export import walk
    from graph_service.queries import catalogue

    rows = [row async for row in walk(store, catalogue()["statements"], {}, most=_SHOWN * 10)]
    return [row for row in rows if row["about"] and row["speaker_type"] != "AnonymousSource"][:_SHOWN]


def _say_what_next(row: Row) -> None:
    from urllib.parse import urlencode

    from graph_service.store.connection import connection

    settings = load_settings()
    browser = connection(settings).browser_url
    speaker, about = str(row["speaker"]), cell(row["about"]).plain.split(", ")[0]
    api = f"http://{settings.host}:{settings.port}/v1/statements?{urlencode({'speaker': speaker})}"
    steps = {
        "Ask more": f'graph-service ask --speaker "{speaker}" --about "{about}"',
        "Ask otherwise": "graph-service query",
        "API": f"graph-service serve, then {api}",
        "Neo4j Browser": f"graph-service neo4j browser, or {browser}" if browser else str(settings.neo4j_uri),
        "Your own articles": "graph-service ingest FOLDER",
    }
    stdout().print(table({"next": name, "how": how} for name, how in steps.items()))
