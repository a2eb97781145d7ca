"""The password of the managed Neo4j's only user."""

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import AuthError, DriverError, Neo4jError
from pydantic import SecretStr

from graph_service.errors import ServerStartFailed
from graph_service.queries import catalogue
from graph_service.store.local.home import LOOPBACK, Home, Ports

USER = "neo4j"
# every new Neo4j has it
_FIRST_PASSWORD = "neo4j"  # noqa: S105


def take_password(home: Home, ports: Ports, password: SecretStr) -> None:
    """Log in with the password; where the server does not have it yet, set it.

    Raises ``ServerStartFailed`` where the server has neither this password nor the one it was born with.
    """
    try:
        if not _logs_in(ports, password.get_secret_value()):
            _change(ports, _FIRST_PASSWORD, password.get_secret_value())
    except AuthError as error:
        advice = f"Put the right one into {home.password_file}, or remove the data with `graph-service neo4j reset`."
        raise ServerStartFailed("The local Neo4j has another password than its folder.", advice=advice) from error
    except (DriverError, Neo4jError) as error:
        advice = f"Read its log {home.console_log} and try again."
        raise ServerStartFailed("The local Neo4j started but does not let us in.", advice=advice) from error


def _logs_in(ports: Ports, password: str) -> bool:
    with _driver(ports, password) as driver:
        try:
            driver.verify_connectivity()
        except AuthError:
            return False
        return True


def _change(ports: Ports, old: str, new: str) -> None:
    query = catalogue("admin")["set_password"]
    with _driver(ports, old) as driver, driver.session(database="system") as session:
        session.run(query.text, query.bind({"old": old, "new": new})).consume()


def _driver(ports: Ports, password: str) -> Driver:
    return GraphDatabase.driver(f"bolt://{LOOPBACK}:{ports.bolt}", auth=(USER, password))
