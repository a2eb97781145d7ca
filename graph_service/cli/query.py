"""``graph-service query``: the named queries of the catalogue."""

from typing import TYPE_CHECKING, Annotated

import typer

from graph_service.cli.output import AsCsv, AsJson, Row, show, stdout, table
from graph_service.cli.session import with_entities, with_store

if TYPE_CHECKING:
    from graph_service.queries import Query
    from graph_service.store import GraphStore

_Name = Annotated[str | None, typer.Argument(help="Name of a query; without one all are listed.")]
_Parameters = Annotated[list[str] | None, typer.Argument(metavar="KEY=VALUE…", help="Its parameters.")]
_Describe = Annotated[bool, typer.Option("--describe", help="Show what the query takes and returns, and its Cypher.")]


def query(
    name: _Name = None,
    parameters: _Parameters = None,
    describe: _Describe = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Run a named query, or list them all.

    A parameter that takes an entity takes its name, an alias or its id.

    Examples:

    ```console
    graph-service query
    graph-service query statements_about --describe
    graph-service query statements_about about=NATO limit=10 --json
    ```
    """
    from graph_service.queries import catalogue

    if name is None:
        listed = [_summary(each) for each in catalogue().values()]
        return show(listed, ("name", "parameters", "summary"), table, as_json=as_json, as_csv=as_csv)
    found = catalogue()[name]
    if describe:
        return _describe(found)

    async def answer(store: "GraphStore") -> list[dict[str, object]]:
        return await store.read(found, await with_entities(store, found, _pairs(parameters or [])))

    show(with_store(answer), found.returns, table, as_json=as_json, as_csv=as_csv)


def _summary(query: "Query") -> Row:
    names = [param.name if param.required else f"[{param.name}]" for param in query.params]
    return {"name": query.name, "parameters": names, "summary": query.summary}


def _describe(query: "Query") -> None:
    from rich.syntax import Syntax

    given = [f"{each.name}={each.example}" for each in query.params if each.example is not None]
    stdout().print(f"{query.name}: {query.summary}\n", markup=False)
    stdout().print(table(_parameter_rows(query), title="Parameters"))
    stdout().print(f"\nReturns: {', '.join(query.returns)}", markup=False)
    stdout().print(f"Example: graph-service query {' '.join([query.name, *given])}\n", markup=False)
    stdout().print(Syntax(query.text, "cypher", background_color="default"))


def _parameter_rows(query: "Query") -> list[Row]:
    return [
        {
            "name": each.name,
            "takes": "a name, an alias or an id" if each.type == "entity" else each.expected,
            "default": "needed" if each.required else each.default,
            "meaning": each.summary,
        }
        for each in query.params
    ]


def _pairs(parameters: list[str]) -> dict[str, object]:
    pairs: dict[str, object] = {}
    for each in parameters:
        key, equals, value = each.partition("=")
        if not equals or not key:
            raise typer.BadParameter(f"{each!r} is not KEY=VALUE.")
        if key in pairs:
            raise typer.BadParameter(f"{key!r} is given twice.")
        pairs[key] = value
    return pairs
