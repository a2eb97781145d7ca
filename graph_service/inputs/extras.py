"""What only some installations have: the libraries of an extra."""

from collections.abc import Iterator
from contextlib import contextmanager

from graph_service.errors import ExtraMissing


@contextmanager
def extra(name: str) -> Iterator[None]:
    """Says which extra to install where an import within fails.

    Raises:
        ExtraMissing: a library of the extra is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        raise ExtraMissing(
            f"{error.name} is not installed.", advice=f"Run `pip install 'graph-service[{name}]'`."
        ) from error
