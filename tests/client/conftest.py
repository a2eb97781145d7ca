from collections.abc import Iterator

import pytest

from graph_service.client import GraphClient
from graph_service.store.local import Connection
from tests.cli.graphs import fill, settings_of
from tests.handmade import many, namesake, talks
from tests.serving import serving
from tests.store.examples import ferries


@pytest.fixture(scope="module")
def client(neo4j_server: Connection) -> Iterator[GraphClient]:
    """A client of a real service on a graph of four small articles."""
    fill(neo4j_server, talks(), namesake(), many(520), ferries())
    with serving(settings_of(neo4j_server)) as url, GraphClient(url) as client:
        yield client
