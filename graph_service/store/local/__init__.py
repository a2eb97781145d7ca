"""A real Neo4j on this machine without Docker: downloaded, started, found again and stopped by the service."""

from graph_service.store.local.server import Connection, LocalServer, Status

__all__ = ["Connection", "LocalServer", "Status"]
