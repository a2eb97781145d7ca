"""Options that several commands share."""

import os
from typing import Annotated

import typer

Workers = Annotated[
    int | None, typer.Option(min=1, help="Processes that read articles at once.", show_default="one a core")
]


def worker_count(wanted: int | None) -> int:
    """How many processes to use."""
    return wanted or os.cpu_count() or 1
