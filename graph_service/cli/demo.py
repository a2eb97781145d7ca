"""``graph-service demo``: the whole way with the sample articles."""

from typing import TYPE_CHECKING, Annotated

import typer

from graph_service.cli.exits import Exit
from graph_service.cli.ingest import ingest_paths, say
from graph_service.cli.listing import statement_table
from graph_service.cli.output import Row, cell, note, plain, stdout
from graph_service.cli.session import load_settings, with_store
from graph_service.errors import BadQuery

if TYPE_CHECKING:
    from graph_service.store import GraphStore

_SHOWN, _LOOKED_AT = 12, 500


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

    if not yes and with_store(_would_join_others):
        raise BadQuery("This graph holds other articles.", advice="`graph-service demo --yes` adds the invented ones.")
    note("Reading the sample articles …")
    report = ingest_paths([str(FOLDER)])
    say(report)
    rows = with_store(_one_of_each_speaker)
    if rows:
        stdout().print(statement_table(rows))
        stdout().print()
        _say_what_next(rows[0])
    if report.failed:
        raise typer.Exit(Exit.SOME_FAILED)


async def _would_join_others(store: "GraphStore") -> bool:
    from graph_service import inputs
    from graph_service.queries import catalogue
    from graph_service.samples import FOLDER

    samples = [each.id for each in inputs.read(FOLDER, load_settings()) if not isinstance(each, inputs.Failure)]
    known = await store.known_articles(samples)
    [overview] = await store.read(catalogue()["overview"], {})
    return len(known) < len(samples) and overview["articles"] != len(known)


async def _one_of_each_speaker(store: "GraphStore") -> list[dict[str, object]]:
    from graph_service.export import walk
    from graph_service.queries import catalogue

    first: dict[object, dict[str, object]] = {}
    async for row in walk(store, catalogue()["statements"], {}, most=_LOOKED_AT):
        if row["about"] and row["speaker_type"] == "Person":
            first.setdefault(row["speaker_id"], row)
    return list(first.values())[:_SHOWN]


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
        "Neo4j Browser": f"{browser} (graph-service neo4j browser)" if browser else str(settings.neo4j_uri),
        "API": f"graph-service serve, then {api}",
        "Your own articles": "graph-service ingest FOLDER",
    }
    for name, how in steps.items():
        stdout().print(f"{name + ':':<19}{plain(how)}", soft_wrap=True, markup=False)
