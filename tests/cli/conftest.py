from collections.abc import Callable

import pytest
from typer.testing import CliRunner, Result

from graph_service.cli.main import app
from graph_service.settings import Settings
from graph_service.store.local import Connection
from tests.cli.graphs import fill, settings_of
from tests.handmade import many, namesake, talks

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Runs the command line in this process: ``run("ask", "--json")``."""

    def call(*arguments: str, stdin: str | None = None) -> Result:
        return CliRunner().invoke(app, list(arguments), input=stdin)

    return call


@pytest.fixture
def neo4j_env(neo4j_server: Connection, monkeypatch: pytest.MonkeyPatch) -> Connection:
    """The tests' Neo4j, where the command line finds it."""
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password.get_secret_value())
    # a busy machine is no failure
    monkeypatch.setenv("GRAPH_SERVICE_QUERY_SECONDS", "120")
    monkeypatch.setenv("GRAPH_SERVICE_CONNECT_SECONDS", "15")
    return neo4j_server


@pytest.fixture(scope="module")
def three_articles(neo4j_server: Connection) -> None:
    """Three small articles in the graph, for a module that only reads."""
    fill(neo4j_server, talks(), namesake(), many(3))


@pytest.fixture
def graph(three_articles: None, neo4j_env: Connection) -> Settings:
    """The settings of a graph with three small articles, where the command line finds it."""
    return settings_of(neo4j_env)
