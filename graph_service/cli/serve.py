"""``graph-service serve``: the API."""

import logging
import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from graph_service.cli.exits import Exit
from graph_service.cli.output import note
from graph_service.cli.session import load_settings
from graph_service.errors import BadSetting

if TYPE_CHECKING:
    from graph_service.settings import Settings

_LOG_LINE = "%(asctime)s %(levelname)s %(request_id)s %(message)s"


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on; else GRAPH_SERVICE_HOST.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port; else GRAPH_SERVICE_PORT; 0: any.")] = None,
) -> None:
    """Serve the graph over HTTP until Ctrl-C; the log goes to standard error.

    With it run GRAPH_SERVICE_WORKERS workers, which read what ingest jobs hold.

    Examples:

    ```console
    graph-service serve
    graph-service serve --port 8080
    ```
    """
    import uvicorn

    from graph_service.api.app import create_app
    from graph_service.jobs.supervisor import Supervisor
    from graph_service.store.connection import connection

    settings = load_settings()
    host = host or settings.host
    _warn_of_the_open(host, settings)
    # before the service starts, so that a local Neo4j that does not start is said plainly
    connection(settings)
    listening = _listen(host, settings.port if port is None else port)
    log_to_stderr(settings.log_format)
    app = create_app(settings.model_copy(update={"host": host}), planning=True)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
    with listening, Supervisor(settings.workers), suppress(KeyboardInterrupt):
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


def _warn_of_the_open(host: str, settings: "Settings") -> None:
    """An address that others reach needs keys, or a word that it does not."""
    import ipaddress

    try:
        is_local = ipaddress.ip_address(host).is_loopback
    except ValueError:
        is_local = host == "localhost"
    if is_local or settings.access == "keys":
        return
    if not settings.open_to_all:
        raise BadSetting(
            f"At {host} whoever reaches this machine could read and change the graph.",
            advice="Set GRAPH_SERVICE_ACCESS=keys and make a key with `graph-service keys create`; or, where others "
            "are kept out in another way, GRAPH_SERVICE_OPEN_TO_ALL=true.",
        )
    note(f"Warning: whoever reaches {host} can read and change the graph; nobody is asked for a key.")


def log_to_stderr(log_format: str = "text") -> None:
    """Logs to standard error, each line with the id of its request."""
    from graph_service.api.middleware import RequestIdFilter

    handler = logging.StreamHandler()
    handler.addFilter(RequestIdFilter())
    handler.setFormatter(_formatter(log_format))
    logger = logging.getLogger("graph_service")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)


def _formatter(log_format: str) -> logging.Formatter:
    if log_format == "text":
        return logging.Formatter(_LOG_LINE)
    from pythonjsonlogger.json import JsonFormatter

    names = {"asctime": "time", "levelname": "level"}
    return JsonFormatter("{asctime}{levelname}{name}{message}{request_id}", style="{", rename_fields=names)
