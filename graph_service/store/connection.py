"""Which Neo4j to use."""

from pydantic import SecretStr

from graph_service.settings import Settings
from graph_service.store.local import Connection, LocalServer


def connection(settings: Settings) -> Connection:
    """NEO4J_URI where it is set, else the managed local server, which is started or reused.

    Raises ``ServerStartFailed``.
    """
    if settings.neo4j_uri is None:
        return LocalServer(settings).ensure()
    return Connection(settings.neo4j_uri, settings.neo4j_user, settings.neo4j_password or SecretStr(""))
