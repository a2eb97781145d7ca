"""``graph-service search``: statements by their words and by what they mean."""

from typing import TYPE_CHECKING, Annotated

import typer

from graph_service.cli.listing import statement_table
from graph_service.cli.output import AsCsv, AsJson, note, show
from graph_service.cli.session import with_entities, with_store

if TYPE_CHECKING:
    from graph_service.store import GraphStore


def search(  # noqa: PLR0913  (each one an option)
    question: Annotated[str, typer.Argument(help='What to look for; "words in quotation marks" stand together.')],
    *,
    by: Annotated[str, typer.Option(help="What is compared: words, meaning or both.")] = "both",
    speaker: Annotated[str | None, typer.Option(metavar="NAME", help="Who said it: a name, an alias or an id.")] = None,
    about: Annotated[str | None, typer.Option(metavar="NAME", help="Whom or what it is about.")] = None,
    to: Annotated[str | None, typer.Option(metavar="NAME", help="To whom it was said.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published the article, as written there.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DAY", help="Not before this day: 2026-05-31.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DAY", help="Not after this day.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=500, help="At most so many statements.")] = 20,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Search statements by their words and by what they mean, the best first.

    Examples:

    ```console
    graph-service search "frozen assets"
    graph-service search "giving up land for peace" --speaker Zelenskyy --since 2026-05-01
    graph-service search '"air defence"' --by words --json | jq .text
    ```
    """
    raw = {
        "q": question,
        "by": by,
        "speaker": speaker,
        "about": about,
        "to": to,
        "outlet": outlet,
        "since": since,
        "until": until,
        "limit": limit,
    }

    from graph_service.meanings import embed_statements
    from graph_service.search import search as search_statements
    from graph_service.search import search_query

    query = search_query()

    async def answer(store: "GraphStore") -> list[dict[str, object]]:
        asked = await with_entities(store, query, raw)
        if made := await embed_statements(store) if by != "words" else 0:
            note(f"{made} statements can be searched by meaning now.")
        return await search_statements(store, asked)

    show(with_store(answer), query.returns, statement_table, as_json=as_json, as_csv=as_csv)
