"""``graph-service serve``: the API."""

from typing import Annotated

import typer

from graph_service.cli.output import note
from graph_service.cli.session import load_settings


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on; else GRAPH_SERVICE_HOST.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on; else GRAPH_SERVICE_PORT.")] = None,
) -> None:
    """Serve the graph over HTTP until Ctrl-C.

    Examples:

    ```console
    graph-service serve
    graph-service serve --port 8080
    ```
    """
    import uvicorn

    from graph_service.api.app import create_app

    settings = load_settings()
    chosen = settings.model_copy(update={"host": host or settings.host, "port": port or settings.port})
    note(f"The API is at http://{chosen.host}:{chosen.port}/, its description at /docs.")
    uvicorn.run(create_app(chosen), host=chosen.host, port=chosen.port, log_level="warning")
