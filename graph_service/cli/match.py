"""``graph-service match`` and ``graph-service dedupe``: who may be meant, and which entities may be one."""

from typing import TYPE_CHECKING, Annotated

import typer

from graph_service.cli.output import AsJson, note, show, table
from graph_service.cli.session import load_settings, with_store

if TYPE_CHECKING:
    from graph_service.matching import Candidate
    from graph_service.models import EntityType
    from graph_service.store import GraphStore

_COLUMNS = ("id", "name", "score", "match", "reasons", "statements", "articles")
_PAIR = ("score", "entity", "other", "reasons")


def match(  # noqa: PLR0913  (each one an option)
    name: Annotated[str, typer.Argument(help="A name, or a role: the German chancellor.")],
    *,
    type_: Annotated[
        str | None, typer.Option("--type", help="Person, Country, Organisation, WeaponSystem or Place.")
    ] = None,
    context: Annotated[str, typer.Option(help="Anything said beside the name.")] = "",
    date: Annotated[str | None, typer.Option(metavar="DAY", help="Day of the article: 2031-03-05.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=100, help="At most so many candidates.")] = 10,
    as_json: AsJson = False,
) -> None:
    """Show who may be meant by a name, with scores and reasons.

    Candidates come from the knowledge base and from the graph. A last name alone is never sure.

    Examples:

    ```console
    graph-service match Zelenskiy --context "president of Ukraine"
    graph-service match "the German chancellor" --date 2023-05-01 --json
    ```
    """
    from graph_service.matching import Wanted
    from graph_service.matching import match as match_name

    wanted = Wanted(name, _type(type_), context, _day(date))
    settings = load_settings()

    async def answer(store: "GraphStore") -> "list[Candidate]":
        from graph_service.knowledge import load

        return await match_name(store, wanted, load(settings.extraction.knowledge), limit)

    rows = [each.model_dump(mode="json") for each in with_store(answer)]
    show(rows, _COLUMNS, lambda listed: table(listed, _COLUMNS), as_json=as_json)


def dedupe(
    limit: Annotated[int, typer.Option(min=1, max=1000, help="At most so many pairs.")] = 50,
    as_json: AsJson = False,
) -> None:
    """List pairs of entities that may be one, with reasons; a person decides.

    What was judged already, to be one or to be two, does not come again.

    Examples:

    ```console
    graph-service dedupe
    graph-service dedupe --limit 10 --json
    ```
    """
    from graph_service.matching import suggest_merges

    found = with_store(lambda store: suggest_merges(store, limit))
    rows = [each.model_dump(mode="json") for each in found]
    show(rows, _PAIR, lambda listed: table(listed, _PAIR), as_json=as_json)
    if found and not as_json:
        first = found[0]
        note(f'One:  graph-service judge merge {first.entity} {first.other} --why "…"')
        note(f'Two:  graph-service judge distinct {first.entity} {first.other} --why "…"')


def _type(given: str | None) -> "EntityType | None":
    from graph_service.models import EntityType

    try:
        return EntityType(given) if given else None
    except ValueError:
        raise typer.BadParameter(f"{given!r} is none of {', '.join(EntityType)}.") from None


def _day(given: str | None) -> str | None:
    from graph_service.models import read_day

    try:
        return read_day(given).isoformat() if given else None
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
