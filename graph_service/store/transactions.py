"""One query of the service's own writes, inside a transaction."""

from typing import Any

from neo4j import AsyncManagedTransaction, Record

from graph_service.queries import catalogue


async def run(tx: AsyncManagedTransaction, name: str, /, group: str = "write", **params: Any) -> list[Record]:
    """All rows of a query of ``cypher/write/``, or of another folder."""
    result = await tx.run(catalogue(group)[name].text, params)
    return [record async for record in result]
