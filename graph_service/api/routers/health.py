"""``/healthz`` and ``/readyz``: whether the service runs, and whether it can answer."""

import asyncio

from fastapi import APIRouter, Depends

from graph_service.api.bodies import Health
from graph_service.api.dependencies import ServiceDep, no_parameters
from graph_service.api.openapi import described
from graph_service.errors import StoreUnavailable

#: an answer that comes later is as good as none
_READY_SECONDS = 0.7
router = APIRouter(tags=["health"], dependencies=[Depends(no_parameters)])


@router.get("/healthz", summary="Whether the service runs.")
async def healthz() -> Health:
    """Asks nobody else."""
    return Health(status="ok")


@router.get("/readyz", summary="Whether Neo4j answers.", responses=described(503))
async def readyz(service: ServiceDep) -> Health:
    """Answers within a second, whatever Neo4j does."""
    try:
        async with asyncio.timeout(_READY_SECONDS):
            await service.graph.ping()
    except TimeoutError as error:
        raise StoreUnavailable("Neo4j does not answer in time.") from error
    return Health(status="ok")
