"""The application: routes, errors, and what holds for every request."""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from fastapi import FastAPI

from graph_service import __version__
from graph_service.api import problems
from graph_service.api.dependencies import Graph, Service
from graph_service.api.extraction import Extractor
from graph_service.api.middleware import BodyLimitMiddleware, BrowserCorsMiddleware, RequestMiddleware
from graph_service.api.routers import (
    articles,
    browser,
    entities,
    health,
    judgements,
    matching,
    pages,
    queries,
    reconcile,
    relations,
    statements,
)
from graph_service.errors import StoreUnavailable
from graph_service.settings import Settings
from graph_service.store import GraphStore

_DESCRIPTION = """Who said what about whom, to whom, and who reported it.

Every list is the answer of a [named query](/v1/queries) and comes as JSON or CSV (`?format=csv`, `.csv`, or
`Accept: text/csv`). A JSON list is `{"rows": […], "next": …}`: follow `next` until it is null. A parameter that takes
an entity takes its id or any of its names. Errors are `application/problem+json`."""
_ROUTERS = (
    statements,
    relations,
    entities,
    articles,
    judgements,
    matching,
    reconcile,
    queries,
    health,
    pages,
    browser,
)
log = logging.getLogger(__name__)


def create_app(settings: Settings) -> FastAPI:
    """The service with its own store, opened when it starts and closed when it stops.

    It starts and answers 503 while Neo4j is away, and works as soon as Neo4j does.
    """
    app = FastAPI(
        title="graph-service",
        version=__version__,
        description=_DESCRIPTION,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        lifespan=_lifespan(settings),
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    problems.install(app)
    for module in _ROUTERS:
        app.include_router(module.router)
    app.add_middleware(BrowserCorsMiddleware)
    app.add_middleware(BodyLimitMiddleware, max_bytes=settings.max_body_bytes)
    app.add_middleware(RequestMiddleware)
    return app


def _lifespan(settings: Settings) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with GraphStore.open(settings) as store:
            service = Service(settings, Graph(store), Extractor(settings))
            app.state.service = service
            try:
                await service.graph.ready()
            except StoreUnavailable as error:
                log.warning("%s The service starts, and answers 503 until Neo4j is there.", error)
            yield
            await service.extractor.close()

    return lifespan
