"""What people are likely to ask first, planned by Neo4j before they do.

A plan of a long query takes Neo4j half a second, several seconds right after it started; a page asks several.
"""

import asyncio
import logging
from collections.abc import Iterator

from graph_service.api.dependencies import Graph
from graph_service.errors import GraphServiceError, StoreUnavailable
from graph_service.queries import ParamType, Query, catalogue

_AGAIN_SECONDS = 2.0
log = logging.getLogger(__name__)


async def plan_ahead(graph: Graph) -> None:
    """Has every query planned, one after another, as soon as Neo4j is there."""
    ahead = list(likely())
    while ahead:
        try:
            await (await graph.ready()).plan(*ahead[0])
            ahead.pop(0)
        except StoreUnavailable:
            await asyncio.sleep(_AGAIN_SECONDS)
        except GraphServiceError as error:
            # whoever asks is told, too
            log.warning("Queries are not planned ahead: %s", error)
            return


def likely() -> Iterator[tuple[Query, dict[str, object]]]:
    """Every query as its example, and with each of the entities that it can be narrowed to: texts differ by those."""
    for query in catalogue().values():
        needed: dict[str, object] = {param.name: param.example for param in query.params if param.required}
        yield query, needed
        for param in query.params:
            if param.type is ParamType.ENTITY and not param.required:
                yield query, {**needed, param.name: "country:nowhere"}
