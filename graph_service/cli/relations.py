"""``graph-service relations``: who has to do what with whom."""

from typing import TYPE_CHECKING, Annotated

import typer

from graph_service.cli.output import AsCsv, AsJson, show, table
from graph_service.cli.session import with_entities, with_store

if TYPE_CHECKING:
    from graph_service.store import GraphStore

_SHOWN = ("subject", "type", "object", "modality", "title", "topic", "count", "first_seen", "last_seen")


def relations(  # noqa: PLR0913  (each one an option)
    *,
    entity: Annotated[str | None, typer.Option(metavar="NAME", help="One of the two.")] = None,
    subject: Annotated[str | None, typer.Option(metavar="NAME", help="Who acts.")] = None,
    object_: Annotated[str | None, typer.Option("--object", metavar="NAME", help="With whom or what.")] = None,
    type_: Annotated[str | None, typer.Option("--type", help="MET, SUPPLIES, HOLDS_ROLE and the like.")] = None,
    modality: Annotated[str | None, typer.Option(help="asserted, planned, denied or hypothetical.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DAY", help="Still seen on this day or later.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DAY", help="First seen on this day or before.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many relations.")] = 50,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Show who has to do what with whom: roles, meetings, supplies, wars; last seen first.

    What is planned, denied or hypothetical says so. `graph-service query relation_evidence` shows every place in an
    article that speaks for a relation; `--json` has its id.

    Examples:

    ```console
    graph-service relations --entity Ukraine --type AT_WAR_WITH
    graph-service relations --subject Zelenskyy --modality planned
    graph-service relations --type HOLDS_ROLE --csv > roles.csv
    ```
    """
    raw = {
        "entity": entity,
        "subject": subject,
        "object": object_,
        "type": type_.upper() if type_ else None,
        "modality": modality,
        "since": since,
        "until": until,
    }

    from graph_service.export import walk
    from graph_service.queries import catalogue

    query = catalogue()["relations"]

    async def answer(store: "GraphStore") -> list[dict[str, object]]:
        return [row async for row in walk(store, query, await with_entities(store, query, raw), limit)]

    show(with_store(answer), query.returns, lambda rows: table(rows, _SHOWN), as_json=as_json, as_csv=as_csv)
