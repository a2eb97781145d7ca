"""``graph-service keys``: who may use the API."""

from typing import Annotated

import typer

from graph_service.cli.output import AsJson, json_line, json_lines, note, stdout, table
from graph_service.cli.session import load_settings

_HELP = """Keys of the API: make one, list them, end one.

A key works for the scopes it has: `read`, `ingest`, `cypher`, `admin`.

Examples:

```console
graph-service keys create "Kari's notebook" --scope read --scope cypher
graph-service keys list
```
"""
app = typer.Typer(help=_HELP, no_args_is_help=True, rich_markup_mode="markdown")
_SHOWN = ("id", "name", "scopes", "state", "created_at", "expires_at", "last_used_at")


@app.command()
def create(
    name: Annotated[str, typer.Argument(help="Whose it is or what it is for.")],
    scope: Annotated[
        list[str], typer.Option("--scope", help="What it is for: read, ingest, cypher or admin; may be given again.")
    ],
    days: Annotated[int | None, typer.Option(min=1, max=3650, help="How long it works; without it, for ever.")] = None,
    as_json: AsJson = False,
) -> None:
    """Make a key. It is printed once and kept nowhere: only its hash is.

    Examples:

    ```console
    graph-service keys create "Kari's notebook" --scope read --days 90
    ```
    """
    from graph_service.keys import KeyRing, Scope

    unknown = sorted(set(scope) - set(Scope))
    if unknown:
        raise typer.BadParameter(f"There is no scope {unknown[0]}; there are {', '.join(Scope)}.")
    key, secret = KeyRing(load_settings()).create(name, map(Scope, scope), days)
    if as_json:
        json_line({**_row(key), "key": secret.get_secret_value()})
        return
    typer.echo(secret.get_secret_value())
    note(f"Keep it now: it is shown this once. Send it as `Authorization: Bearer …`. Its id is {key.id}.")


@app.command(name="list")
def list_(as_json: AsJson = False) -> None:
    """List the keys, by their ids; also those that work no more.

    Examples:

    ```console
    graph-service keys list --json
    ```
    """
    from graph_service.keys import KeyRing

    rows = [_row(key) for key in KeyRing(load_settings()).list()]
    if as_json:
        json_lines(rows)
    elif rows:
        stdout().print(table(rows, _SHOWN))
    else:
        note("There are no keys; `graph-service keys create` makes one.")


@app.command()
def revoke(
    key: Annotated[str, typer.Argument(metavar="ID", help="Its id, as `graph-service keys list` shows it.")],
    as_json: AsJson = False,
) -> None:
    """End a key at once, also in a service that runs.

    Examples:

    ```console
    graph-service keys revoke 3f9a0c71d2
    ```
    """
    from graph_service.keys import KeyRing

    revoked = KeyRing(load_settings()).revoke(key)
    if as_json:
        json_line(_row(revoked))
    else:
        note(f"The key {revoked.id} ({revoked.name}) works no more.")


def _row(key: object) -> dict[str, object]:
    from datetime import UTC, datetime

    from graph_service.keys import ApiKey

    assert isinstance(key, ApiKey)  # noqa: S101  (imported late)
    row = key.model_dump(mode="json", exclude={"sha256", "revoked_at"})
    return {**row, "state": key.state(datetime.now(UTC))}
