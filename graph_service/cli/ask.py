"""``graph-service ask``: who said what about whom."""

from typing import TYPE_CHECKING, Annotated

import typer

from graph_service.cli.listing import statement_table
from graph_service.cli.output import AsCsv, AsJson, show
from graph_service.cli.session import with_entities, with_store

if TYPE_CHECKING:
    from graph_service.store import GraphStore


def ask(  # noqa: PLR0913  (each one an option)
    *,
    speaker: Annotated[str | None, typer.Option(metavar="NAME", help="Who said it: a name, an alias or an id.")] = None,
    about: Annotated[str | None, typer.Option(metavar="NAME", help="Whom or what it is about.")] = None,
    to: Annotated[str | None, typer.Option(metavar="NAME", help="To whom it was said.")] = None,
    reported_by: Annotated[str | None, typer.Option(metavar="NAME", help="Who relayed it.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published the article, as written there.")] = None,
    type_: Annotated[str | None, typer.Option("--type", help="How it is quoted: direct, indirect or mixed.")] = None,
    modality: Annotated[
        str | None, typer.Option(help="What it does: assertion, intention, demand, denial, belief or warning.")
    ] = None,
    stance: Annotated[str | None, typer.Option(help="How it takes a target: positive, neutral or negative.")] = None,
    nested: Annotated[
        bool | None, typer.Option("--nested/--not-nested", help="Only those inside another statement, or only others.")
    ] = None,
    q: Annotated[str | None, typer.Option(help="Words that all stand in the statement.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DAY", help="Not before this day: 2026-05-31.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DAY", help="Not after this day.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many statements.")] = 50,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Ask who said what about whom, to whom, and who reported it; newest first.

    Options narrow the answer together. A name that fits several entities lists them: give one of their ids instead.

    Examples:

    ```console
    graph-service ask --speaker Zelenskyy --about Biden
    graph-service ask --about NATO --stance negative
    graph-service ask --about NATO --since 2026-05-01 --csv > nato.csv
    graph-service ask --q "air defence" --json | jq .text
    ```
    """
    raw = {
        "speaker": speaker,
        "about": about,
        "to": to,
        "reported_by": reported_by,
        "outlet": outlet,
        "type": type_,
        "modality": modality,
        "stance": stance,
        "nested": nested,
        "q": q,
        "since": since,
        "until": until,
    }

    from graph_service.export import walk
    from graph_service.queries import catalogue

    query = catalogue()["statements"]

    async def answer(store: "GraphStore") -> list[dict[str, object]]:
        return [row async for row in walk(store, query, await with_entities(store, query, raw), limit)]

    show(with_store(answer), query.returns, statement_table, as_json=as_json, as_csv=as_csv)
