"""``graph-service neo4j``: the managed local server."""

from typing import TYPE_CHECKING, Annotated

import typer

from graph_service.cli.output import json_line, note, stdout, table
from graph_service.cli.session import load_settings

if TYPE_CHECKING:
    from graph_service.store.local import LocalServer

_HELP = """The local Neo4j: a real one, downloaded and run by graph-service.

The other commands start it when they need it; this is for stopping it, looking at it, and starting over.

Examples:

```console
graph-service neo4j status
graph-service neo4j browser --open
```
"""

app = typer.Typer(help=_HELP, no_args_is_help=True)


def _server() -> "LocalServer":
    from graph_service.cli.output import stderr
    from graph_service.store.local import LocalServer

    settings = load_settings()
    if not settings.uses_local_server:
        note("NEO4J_URI is set: the other commands use that Neo4j, not the local one.")
    return LocalServer(settings, stderr())


@app.command()
def start() -> None:
    """Start the local Neo4j unless it runs; the first time it is fetched from Maven Central (150 MB).

    Examples:

    ```console
    graph-service neo4j start
    ```
    """
    connection = _server().start()
    note(f"Neo4j answers at {connection.uri}, its Browser at {connection.browser_url}")


@app.command()
def stop() -> None:
    """Stop the local Neo4j. Its data stays.

    Examples:

    ```console
    graph-service neo4j stop
    ```
    """
    note("Neo4j is stopped." if _server().stop() else "Neo4j was not running.")


@app.command()
def status(
    as_json: Annotated[bool, typer.Option("--json", help="Write one JSON object for machines.")] = False,
) -> None:
    """Show whether the local Neo4j runs, where it answers and where its data lies. Starts nothing.

    Examples:

    ```console
    graph-service neo4j status
    graph-service neo4j status --json | jq -r .uri
    ```
    """
    found = _server().status()
    shown = found._asdict() | {"data_dir": str(found.data_dir)}
    if as_json:
        json_line(shown)
        return
    rows = [{"what": name.replace("_", " "), "is": value} for name, value in shown.items() if value is not None]
    stdout().print(table(rows))


@app.command()
def browser(
    open_it: Annotated[bool, typer.Option("--open", help="Open it in this machine's web browser.")] = False,
    show_password: Annotated[bool, typer.Option("--show-password", help="Print the password too.")] = False,
) -> None:
    """Print the address of Neo4j Browser, starting Neo4j if needed. Who has the password can change the graph.

    The address fills in the server and the user; the password is the only thing to type, once. While
    `graph-service serve` runs beside it, the guide opens too.

    Examples:

    ```console
    graph-service neo4j browser --open
    graph-service neo4j browser --show-password
    ```
    """
    server = _server()
    connection = server.ensure()
    address = f"{connection.browser_url}{_guide()}"
    typer.echo(address)
    if show_password:
        typer.echo(connection.password.get_secret_value())
    else:
        note(f"Log in as {connection.user}; the password is in {server.password_file}")
    if open_it:
        typer.launch(address)


def _guide() -> str:
    """What makes the address of Neo4j Browser open the guide, where somebody serves it."""
    from urllib.parse import urlencode

    from graph_service.store.local.ports import answers

    port = load_settings().port
    if not answers(port):
        note("Run `graph-service serve` beside it and ask again: then the guide opens with it.")
        return ""
    # before anybody has logged in, Browser takes guides from this name only
    return "&" + urlencode({"cmd": "guide", "arg": f"http://localhost:{port}/browser/guide.html"})


@app.command()
def reset(
    yes: Annotated[bool, typer.Option("--yes", help="Do it without asking.")] = False,
) -> None:
    """Stop the local Neo4j and remove its data and its password.

    Examples:

    ```console
    graph-service neo4j reset
    ```
    """
    server = _server()
    if not yes:
        typer.confirm(f"Remove the graph in {server.folder}?", abort=True, err=True)
    server.reset()
    note("The local Neo4j is gone; the next command that needs it starts an empty one.")
