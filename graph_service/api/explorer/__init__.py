"""The explorer: the graph as pages, for people who read.

Rendered on the server and readable without JavaScript; the whole state of a page is in its address. Nothing here is
loaded from another host, and no script or style stands inside a page.
"""

from fastapi import Depends, FastAPI, Request, Response
from starlette.exceptions import HTTPException

from graph_service.api import problems
from graph_service.api.access import by_default
from graph_service.api.explorer import (
    articles,
    assets,
    compare,
    correcting,
    entering,
    entities,
    graph,
    ingesting,
    queries,
    relations,
    search,
    statements,
    timeline,
)
from graph_service.api.explorer.rendering import failure

#: what is needed to show a page at all
_OPEN = (assets, entering)
_PAGES = (
    search,
    statements,
    articles,
    entities,
    relations,
    graph,
    compare,
    timeline,
    queries,
    correcting,
    ingesting,
)


def install(app: FastAPI) -> None:
    """Adds all pages, and one that says that there is no such page."""
    for module in _PAGES:
        app.include_router(module.router, dependencies=[Depends(by_default)])
    for module in _OPEN:
        app.include_router(module.router)
    app.add_exception_handler(HTTPException, _no_page)


def _no_page(request: Request, error: Exception) -> Response:
    return failure(request, problems.of(request, error))
