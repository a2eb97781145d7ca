"""``graph-service worker``: a process that works on ingest jobs."""

import asyncio
from typing import Annotated

import typer

from graph_service.cli.output import note
from graph_service.cli.serve import log_to_stderr
from graph_service.cli.session import load_settings


def worker(
    supervised: Annotated[bool, typer.Option("--supervised", hidden=True, help="End with standard input.")] = False,
) -> None:
    """Work on ingest jobs until Ctrl-C. Start as many as you like, on as many machines as reach Neo4j.

    `graph-service serve` and `graph-service jobs run` start workers themselves; this is for more of them. While Neo4j
    is away a worker waits.

    Examples:

    ```console
    graph-service worker
    ```
    """
    from graph_service.jobs.process import work

    settings = load_settings()
    log_to_stderr(settings.log_format)
    if not supervised:
        note("Working on ingest jobs until Ctrl-C.")
    asyncio.run(work(settings, supervised=supervised))
