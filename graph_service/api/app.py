"""The application: routes, errors, and what holds for every request."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from fastapi import Depends, FastAPI
from starlette.middleware.cors import CORSMiddleware

from graph_service import __version__
from graph_service.api import explorer, problems
from graph_service.api.access import by_default
from graph_service.api.dependencies import Graph, Service
from graph_service.api.metrics import Metrics
from graph_service.api.middleware import BodyLimitMiddleware, BrowserCorsMiddleware, RequestMiddleware
from graph_service.api.openapi import guarded
from graph_service.api.origins import OriginMiddleware, SizeMiddleware
from graph_service.api.plans import plan_ahead
from graph_service.api.rates import Rates
from graph_service.api.routers import (
    articles,
    browser,
    cypher,
    entities,
    graph,
    health,
    jobs,
    judgements,
    matching,
    metrics,
    pages,
    queries,
    reconcile,
    relations,
    search,
    statements,
)
from graph_service.api.telemetry import trace
from graph_service.errors import StoreUnavailable
from graph_service.extraction import Extractor
from graph_service.keys import KeyRing
from graph_service.settings import Settings
from graph_service.store import GraphStore, RawReader

_DESCRIPTION = """Who said what about whom, to whom, and who reported it.

Every list is the answer of a [named query](/v1/queries) and comes as JSON or CSV (`?format=csv`, `.csv`, or
`Accept: text/csv`). A JSON list is `{"rows": […], "next": …}`: follow `next` until it is null. A parameter that takes
an entity takes its id or any of its names. Errors are `application/problem+json`."""
_ROUTERS = (
    statements,
    search,
    relations,
    entities,
    graph,
    articles,
    jobs,
    judgements,
    matching,
    reconcile,
    queries,
    cypher,
    metrics,
)
#: what is open to all in any case
_OPEN = (health, pages, browser)
log = logging.getLogger(__name__)


def create_app(settings: Settings, *, planning: bool = False) -> FastAPI:
    """The service with its own store, opened when it starts and closed when it stops.

    It starts and answers 503 while Neo4j is away, and works as soon as Neo4j does. ``planning``: it has Neo4j plan what
    people may ask, beside its work.
    """
    app = FastAPI(
        title="graph-service",
        version=__version__,
        description=_DESCRIPTION,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        lifespan=_lifespan(settings, planning=planning),
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    problems.install(app)
    for module in _ROUTERS:
        app.include_router(module.router, dependencies=[Depends(by_default)])
    for module in _OPEN:
        app.include_router(module.router)
    # pages are read with the same key as what they show
    explorer.install(app)
    app.state.rates, app.state.metrics = Rates(settings), Metrics()
    _add_middleware(app, settings)
    guarded(app, settings.access)
    app.state.end_traces = trace(app) if settings.telemetry else None
    return app


def _add_middleware(app: FastAPI, settings: Settings) -> None:
    """What stands around all routes, from the inside out."""
    app.add_middleware(BrowserCorsMiddleware)
    if settings.cors_origins:
        told = ["Location", "Link", "Retry-After", "X-Request-ID", "RateLimit", "RateLimit-Policy"]
        origins = list(settings.cors_origins)
        app.add_middleware(
            CORSMiddleware, allow_origins=origins, allow_methods=["*"], allow_headers=["*"], expose_headers=told
        )
    app.add_middleware(
        BodyLimitMiddleware, max_bytes=settings.max_body_bytes, uploads={"/v1/jobs": settings.max_upload_bytes}
    )
    app.add_middleware(OriginMiddleware, hosts=(settings.host, *settings.hosts), origins=settings.cors_origins)
    app.add_middleware(SizeMiddleware)
    app.add_middleware(RequestMiddleware, metrics=app.state.metrics)


def _lifespan(settings: Settings, *, planning: bool) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with GraphStore.open(settings) as store, RawReader.open(settings, store) as cypher:
            service = Service(settings, Graph(store), Extractor(settings), KeyRing(settings), cypher)
            app.state.service = service
            try:
                await service.graph.ready()
            except StoreUnavailable as error:
                log.warning("%s The service starts, and answers 503 until Neo4j is there.", error)
            ahead = asyncio.create_task(plan_ahead(service.graph)) if planning else None
            yield
            if ahead:
                ahead.cancel()
                await asyncio.wait([ahead])
            await service.graph.close()
            await service.extractor.close()
            if app.state.end_traces:
                await asyncio.to_thread(app.state.end_traces)

    return lifespan
