"""``graph-service forget``: articles out of the graph."""

from typing import TYPE_CHECKING, Annotated

import typer

from graph_service.cli.output import AsJson, json_line, note
from graph_service.cli.session import with_store

if TYPE_CHECKING:
    from graph_service.store import GraphStore


def forget(
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE…", help="Ids of articles.")],
    as_json: AsJson = False,
) -> None:
    """Take articles out of the graph, with all that only they say.

    Entities that no other article names go too. Judgements stay, and hold again if an article is read once more.

    Examples:

    ```console
    graph-service forget article:3691c4dbeb539365aa9f
    ```
    """

    async def remove(store: "GraphStore") -> None:
        for each in articles:
            await store.remove(each)
            if as_json:
                json_line({"article": each, "outcome": "forgotten"})
            else:
                note(f"{each} is forgotten.")

    with_store(remove)
