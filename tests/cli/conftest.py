from collections.abc import Callable

import pytest
from typer.testing import CliRunner, Result

from graph_service.cli.main import app

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Runs the command line in this process: ``run("ask", "--json")``."""

    def call(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, list(arguments), input=stdin)

    return call
