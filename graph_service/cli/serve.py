"""``graph-service serve``: the API."""

import logging
import socket
from contextlib import suppress
from typing import Annotated

import typer

from graph_service.cli.exits import Exit
from graph_service.cli.output import note
from graph_service.cli.session import load_settings
from graph_service.errors import BadSetting

_LOG_LINE = "%(asctime)s %(levelname)s %(request_id)s %(message)s"


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on; else GRAPH_SERVICE_HOST.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port; else GRAPH_SERVICE_PORT; 0: any.")] = None,
) -> None:
    """Serve the graph over HTTP until Ctrl-C; the log goes to standard error.

    Examples:

    ```console
    graph-service serve
    graph-service serve --port 8080
    ```
    """
    import uvicorn

    from graph_service.api.app import create_app
    from graph_service.store.connection import connection

    settings = load_settings()
    # before the service starts, so that a local Neo4j that does not start is said plainly
    connection(settings)
    listening = _listen(host or settings.host, settings.port if port is None else port)
    _log_to_stderr()
    server = uvicorn.Server(uvicorn.Config(create_app(settings), log_level="warning", access_log=False))
    with listening, suppress(KeyboardInterrupt):
        server.run(sockets=[listening])
    if not server.started:
        raise typer.Exit(Exit.SOME_FAILED)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family)
        # asyncio sets it only on sockets that it makes; without it the body of an answer waits 40 ms behind its head
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise BadSetting(
            f"The API cannot listen at {host}, port {port}: {reason}.", advice="Choose another with --host and --port."
        ) from error
    shown = f"[{host}]" if family is socket.AF_INET6 else host
    note(f"The API is at http://{shown}:{listening.getsockname()[1]}/, its description at /docs.")
    return listening


def _log_to_stderr() -> None:
    from graph_service.api.middleware import RequestIdFilter

    handler = logging.StreamHandler()
    handler.addFilter(RequestIdFilter())
    handler.setFormatter(logging.Formatter(_LOG_LINE))
    logger = logging.getLogger("graph_service")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
