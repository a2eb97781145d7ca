"""Options that several commands share."""

import os
from typing import Annotated

import typer

#: a process takes as long to start as to read about so many articles
_ARTICLES_WORTH_A_PROCESS = 16

Workers = Annotated[
    int | None,
    typer.Option(
        min=1, help="Processes that read articles at once; by default as many as there are cores and work for."
    ),
]


def worker_count(wanted: int | None, articles: int | None) -> int:
    """How many processes to use for so many articles (None: nobody knows)."""
    if wanted is not None:
        return wanted
    cores = os.cpu_count() or 1
    return cores if articles is None else min(cores, articles // _ARTICLES_WORTH_A_PROCESS + 1)
