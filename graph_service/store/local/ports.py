"""Ports of loopback: which are free, which answer."""

import socket
import time

from graph_service.errors import ServerStartFailed
from graph_service.store.local.home import LOOPBACK, Ports

# how long a killed process may hold its ports
_DYING_SECONDS = 2


def is_free(port: int) -> bool:
    """Whether a server could listen on this port."""
    with socket.socket() as probe:
        # as Neo4j does: a port whose last connections linger is free
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
        return True


def answers(port: int) -> bool:
    """Whether somebody listens on this port."""
    with socket.socket() as probe:
        # where nobody listens the answer comes at once; a busy server may take its time
        probe.settimeout(5)
        return probe.connect_ex((LOOPBACK, port)) == 0


def choose_ports(wanted: Ports, remembered: Ports | None) -> Ports:
    """The ports wanted; where that is 0 the remembered one if it is free, else any free one.

    Raises ``ServerStartFailed`` where a wanted port is taken.
    """
    for port in filter(None, wanted):
        if not _becomes_free(port):
            advice = "Free it, or unset GRAPH_SERVICE_NEO4J_BOLT_PORT and GRAPH_SERVICE_NEO4J_HTTP_PORT."
            raise ServerStartFailed(f"Port {port} is in use.", advice=advice)
    old = tuple(port if _becomes_free(port) else 0 for port in remembered or (0, 0))
    bolt, http = (first or second or third for first, second, third in zip(wanted, old, _any_two(), strict=True))
    return Ports(bolt, http)


def _becomes_free(port: int) -> bool:
    deadline = time.monotonic() + _DYING_SECONDS
    while not is_free(port):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def _any_two() -> tuple[int, int]:
    with socket.socket() as first, socket.socket() as second:
        first.bind((LOOPBACK, 0))
        second.bind((LOOPBACK, 0))
        return first.getsockname()[1], second.getsockname()[1]
