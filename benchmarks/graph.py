"""A Neo4j for measuring, in a folder of its own, and the settings that lead to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from graph_service.settings import Settings
from graph_service.store.local import LocalServer


@contextmanager
def graph(settings: Settings) -> Iterator[Settings]:
    """Settings of an empty Neo4j: started for this, stopped and removed afterwards."""
    with TemporaryDirectory(prefix="graph-service-bench-") as folder:
        server = LocalServer(settings.model_copy(update={"data_dir": Path(folder)}))
        connection = server.ensure()
        try:
            yield settings.model_copy(
                update={
                    "neo4j_uri": connection.uri,
                    "neo4j_user": connection.user,
                    "neo4j_password": connection.password,
                    "data_dir": Path(folder),
                }
            )
        finally:
            server.stop()
