"""``graph-service judge``: what a person decides about entities and statements."""

import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from graph_service.cli.output import AsJson, json_line, note, show, table
from graph_service.cli.session import with_store

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.table import Table

    from graph_service.cli.output import Row
    from graph_service.models import Judgement
    from graph_service.store import GraphStore

_HELP = """Merge, split or tell apart entities, correct statements, and take any of it back.

Examples:

```console
graph-service judge merge "Olena Berezna" "O. Bereznaja" --why "another spelling"
graph-service judge speaker statement:0232e3913753e8758fbc "Olena Berezna" --why "she is meant by it"
graph-service judge list
```
"""

app = typer.Typer(
    help=_HELP,
    no_args_is_help=True,
    rich_markup_mode="markdown",
)

_SHOWN = ("id", "kind", "statement", "entity", "other", "by", "at", "why", "active")
_Entity = Annotated[str, typer.Argument(metavar="ENTITY", help="A name, an alias or an id.")]
_Other = Annotated[str, typer.Argument(metavar="OTHER", help="A name, an alias or an id of the other one.")]
_Statement = Annotated[str, typer.Argument(metavar="STATEMENT", help="Its id.")]
_Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, for those who read it later.")]
_By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who judges; without it, this system's user.")]


@app.command()
def merge(entity: _Entity, other: _Other, why: _Why, by: _By = None, as_json: AsJson = False) -> None:
    """Merge: OTHER is ENTITY.

    All that was said by, about and to OTHER is ENTITY's from now on, also in what is read later. The other id leads to
    ENTITY.

    Examples:

    ```console
    graph-service judge merge "Olena Berezna" "O. Bereznaja" --why "another spelling"
    ```
    """
    _judge("merge", entity, other, why=why, by=by, as_json=as_json)


@app.command()
def distinct(entity: _Entity, other: _Other, why: _Why, by: _By = None, as_json: AsJson = False) -> None:
    """Say that two entities are not the same: they are neither merged nor suggested again.

    Examples:

    ```console
    graph-service judge distinct "Ida Lund" "Ida Lunde" --why "one is a mayor, one a poet"
    ```
    """
    _judge("distinct", entity, other, why=why, by=by, as_json=as_json)


@app.command()
def split(  # noqa: PLR0913  (each one an option)
    entity: _Entity,
    *,
    why: _Why,
    article: Annotated[
        list[str],
        typer.Option("--article", metavar="ID", help="An article in which it is another one; may be given again."),
    ],
    into: Annotated[
        str | None, typer.Option("--into", metavar="ENTITY", help="Who it is there, if in the graph.")
    ] = None,
    name: Annotated[str | None, typer.Option("--name", help="Or what a new entity is called.")] = None,
    by: _By = None,
    as_json: AsJson = False,
) -> None:
    """Split: in some articles ENTITY is somebody else, who is there already or new.

    Examples:

    ```console
    graph-service judge split "Ida Lund" --article article:3691c4dbeb539365aa9f \\
        --name "Ida Lund (poet)" --why "a namesake"
    ```
    """
    _judge("split", entity, into, why=why, by=by, articles=tuple(article), name=name, as_json=as_json)


@app.command()
def speaker(statement: _Statement, entity: _Entity, why: _Why, by: _By = None, as_json: AsJson = False) -> None:
    """Correct a speaker: ENTITY says STATEMENT.

    The graph keeps to it when the article is read again, also by a better extractor.

    Examples:

    ```console
    graph-service judge speaker statement:0232e3913753e8758fbc "Olena Berezna" --why "she is meant by it"
    ```
    """
    _judge("wrong_speaker", None, entity, why=why, by=by, as_json=as_json, statement=statement)


@app.command()
def target(  # noqa: PLR0913  (each one an option)
    statement: _Statement,
    *,
    why: _Why,
    not_: Annotated[str | None, typer.Option("--not", metavar="ENTITY", help="Whom it is not about.")] = None,
    about: Annotated[str | None, typer.Option("--about", metavar="ENTITY", help="Whom it is about.")] = None,
    by: _By = None,
    as_json: AsJson = False,
) -> None:
    """Correct a target: STATEMENT is about one and not about the other.

    With only one of `--not` and `--about`, a target goes or comes.

    Examples:

    ```console
    graph-service judge target statement:0232e3913753e8758fbc --not Germany --about "Katrin Vollmer" \\
        --why "the minister, not the country"
    ```
    """
    _judge("wrong_target", not_, about, why=why, by=by, as_json=as_json, statement=statement)


@app.command()
def dismiss(statement: _Statement, why: _Why, by: _By = None, as_json: AsJson = False) -> None:
    """Dismiss STATEMENT: nobody says anything there. It leaves all answers and stays in the graph as evidence.

    Examples:

    ```console
    graph-service judge dismiss statement:0232e3913753e8758fbc --why "a headline"
    ```
    """
    _judge("not_a_statement", None, None, why=why, by=by, as_json=as_json, statement=statement)


@app.command()
def withdraw(
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="Its id.")],
    why: _Why,
    by: _By = None,
    as_json: AsJson = False,
) -> None:
    """Take a judgement back: the graph is as if it had never been, and the record of it stays.

    Examples:

    ```console
    graph-service judge withdraw judgement:5b1e0c7f3a9d4e6f8a21 --why "two cousins"
    ```
    """
    _tell(with_store(lambda store: store.withdraw(judgement, by or getpass.getuser(), why)), as_json)


@app.command(name="list")
def list_(
    every: Annotated[bool, typer.Option("--all", help="Also those that were withdrawn.")] = False,
    as_json: AsJson = False,
) -> None:
    """List the judgements, in the order in which they were made.

    Examples:

    ```console
    graph-service judge list --all --json
    ```
    """
    from graph_service.export import walk
    from graph_service.queries import catalogue

    query = catalogue()["judgements"]
    asked = {} if every else {"active": True}

    async def answer(store: "GraphStore") -> list[dict[str, object]]:
        return [row async for row in walk(store, query, asked)]

    show(with_store(answer), query.returns, _table, as_json=as_json)


def _table(rows: "Iterable[Row]") -> "Table":
    # an id has no room beside a column that only corrections fill
    listed = list(rows)
    return table(listed, [each for each in _SHOWN if each != "statement" or any(row[each] for row in listed)])


def _judge(  # noqa: PLR0913  (each one an option)
    kind: str,
    entity: str | None,
    other: str | None,
    *,
    why: str,
    by: str | None,
    as_json: bool,
    articles: tuple[str, ...] = (),
    name: str | None = None,
    statement: str | None = None,
) -> None:
    from graph_service.models import JudgementKind
    from graph_service.store import NewJudgement

    async def judge(store: "GraphStore") -> "Judgement":
        first = await store.resolve(entity) if entity else None
        second = await store.resolve(other) if other else None
        who = by or getpass.getuser()
        return await store.judge(NewJudgement(JudgementKind(kind), first, second, who, why, articles, name, statement))

    _tell(with_store(judge), as_json)


def _tell(judgement: "Judgement", as_json: bool) -> None:
    if as_json:
        json_line(judgement.model_dump(mode="json"))
        return
    note(f"{_said(judgement)} {'Recorded as' if judgement.active else 'No more: withdrew'} {judgement.id}.")
    if judgement.active:
        note(f'Take it back with: graph-service judge withdraw {judgement.id} --why "…"')


def _said(judgement: "Judgement") -> str:
    entity = f"{judgement.entity_name} ({judgement.entity})" if judgement.entity else ""
    other = f"{judgement.other_name} ({judgement.other})" if judgement.other else ""
    if judgement.kind == "not_a_statement":
        return f"{judgement.statement} is not a statement."
    if judgement.kind == "wrong_speaker":
        return f"{other} says {judgement.statement}, not {entity}."
    if judgement.kind == "wrong_target":
        about = " and ".join(filter(None, (other and f"about {other}", entity and f"not about {entity}")))
        return f"{judgement.statement} is {about}."
    if judgement.kind == "merge":
        return f"{other} is {entity}."
    if judgement.kind == "split":
        return f"{entity} is {other} in {len(judgement.articles)} of its articles."
    return f"{entity} and {other} are two."
