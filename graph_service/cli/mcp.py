"""``graph-service mcp``: the graph for language models."""

import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph_service.cli.output import note
from graph_service.cli.session import load_settings
from graph_service.errors import BadSetting

if TYPE_CHECKING:
    from mcp.server import Server

    from graph_service.settings import Settings

_LOOPBACK = "127.0.0.1"


def mcp(
    http: Annotated[bool, typer.Option("--http", help="Serve streamable HTTP on this machine, not stdio.")] = False,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port of --http; 0: any.")] = 8001,
) -> None:
    """Offer the graph to a language model: read tools over the Model Context Protocol.

    Without `--http` it talks over standard input and output, as assistants start it. It only reads.

    Examples:

    ```console
    graph-service mcp
    graph-service mcp --http --port 8001
    ```
    """
    import anyio

    from graph_service.api.dependencies import Graph
    from graph_service.inputs.extras import extra

    with extra("mcp"):
        from graph_service.mcp.server import create_server
    from graph_service.mcp.reader import Reader
    from graph_service.store import GraphStore

    settings = load_settings()

    async def run() -> None:
        async with GraphStore.open(settings) as store:
            server = create_server(Reader(Graph(store)))
            await (_over_http(server, settings, port) if http else _over_stdio(server))

    with suppress(KeyboardInterrupt):
        anyio.run(run)


async def _over_stdio(server: "Server[Any]") -> None:
    from mcp.server.stdio import stdio_server

    async with stdio_server() as (read, write):
        await server.run(read, write, server.create_initialization_options())


async def _over_http(server: "Server[Any]", settings: "Settings", port: int) -> None:
    import uvicorn

    from graph_service.mcp.access import KeyMiddleware

    with _listen(port) as listening:
        note(f"The tools are at http://{_LOOPBACK}:{listening.getsockname()[1]}/mcp.")
        # other pages in the same browser are refused by their Host and Origin
        app = KeyMiddleware(server.streamable_http_app(host=_LOOPBACK, stateless_http=True), settings)
        await uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False)).serve(sockets=[listening])


def _listen(port: int) -> socket.socket:
    try:
        return socket.create_server((_LOOPBACK, port))
    except OSError as error:
        raise BadSetting(
            f"Port {port} cannot be listened at: {error.strerror}.", advice="Choose another with --port."
        ) from error
