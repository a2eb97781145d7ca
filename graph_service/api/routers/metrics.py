"""``/metrics``: figures for Prometheus."""

import asyncio

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from graph_service.api.dependencies import ServiceDep, no_parameters
from graph_service.api.metrics import CONTENT_TYPE_LATEST, Metrics
from graph_service.errors import GraphServiceError

_SECONDS = 0.7
router = APIRouter(include_in_schema=False, dependencies=[Depends(no_parameters)])


@router.get("/metrics")
async def metrics(request: Request, service: ServiceDep) -> Response:
    """Requests and their times by route, and whether Neo4j answers now."""
    found: Metrics = request.app.state.metrics
    try:
        async with asyncio.timeout(_SECONDS):
            await service.graph.ping()
        found.neo4j_up.set(1)
    except (TimeoutError, GraphServiceError):
        found.neo4j_up.set(0)
    return Response(found.text(), media_type=CONTENT_TYPE_LATEST)
