"""Pages out of templates, and errors as pages."""

import json
import logging
from collections.abc import Awaitable, Callable
from datetime import date
from functools import lru_cache

from fastapi import APIRouter, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse
from fastapi.routing import APIRoute
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.exceptions import HTTPException

from graph_service import __version__
from graph_service.api import problems
from graph_service.api.explorer import address, words
from graph_service.api.explorer.address import Address
from graph_service.api.explorer.assets import asset_url
from graph_service.errors import GraphServiceError

#: for every page: all it needs is here, and no script or style inside it runs
POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
#: the pages that can be reached from every page
NAVIGATION = (
    ("/", "Search"),
    ("/entities", "Entities"),
    ("/articles", "Articles"),
    ("/graph", "Graph"),
    ("/compare", "Compare"),
    ("/timeline", "Timeline"),
    ("/queries", "Queries"),
    ("/judgements", "Judgements"),
    ("/ingest", "Ingest"),
)
log = logging.getLogger(__name__)
_HEADERS = {"Content-Security-Policy": POLICY, "Cache-Control": "no-cache", "Vary": "Accept"}


def page(request: Request, template: str, status: int = 200, **values: object) -> HTMLResponse:
    """A page of a template, which knows its address as ``here``."""
    shown = _templates().get_template(template).render(here=Address.of(request), **values)
    return HTMLResponse(shown, status, dict(_HEADERS))


def wants_page(request: Request) -> bool:
    """Whether a person asks: a browser takes HTML and says so, programs do not."""
    return "text/html" in request.headers.get("accept", "")


def without_blanks(request: Request) -> RedirectResponse | None:
    """Where to go if a form was sent with fields left empty: the address without them is the one to keep."""
    here = Address.of(request)
    if request.method != "GET" or not address.blanks(here.params):
        return None
    kept = tuple((name, value.strip()) for name, value in here.params if value.strip())
    return RedirectResponse(str(Address(here.path, kept)), 303)


class PageRoute(APIRoute):
    """A route for people: where a browser asks, what goes wrong is a page too."""

    def get_route_handler(self) -> Callable[[Request], Awaitable[Response]]:  # type: ignore[override]
        """The route with its errors caught, and forms without their empty fields."""
        handler = super().get_route_handler()

        async def answer(request: Request) -> Response:
            try:
                return without_blanks(request) or await handler(request)
            except (GraphServiceError, HTTPException, RequestValidationError) as error:
                return failure(request, problems.of(request, error))
            except Exception:
                if not wants_page(request):
                    raise
                log.exception("unforeseen error")
                return failure(request, problems.unexpected())

        return answer


def page_router() -> APIRouter:
    """A router for pages."""
    return APIRouter(route_class=PageRoute, include_in_schema=False)


def failure(request: Request, problem: problems.Problem) -> Response:
    """A problem as a page, for a browser; for a program as it is."""
    if not wants_page(request) or problem.status_code < 400:
        return problem
    told = json.loads(bytes(problem.body))
    resolving = getattr(request.state, "resolving", "")
    parameter = resolving if resolving in request.query_params else ""
    shown = page(request, "failure.html", problem.status_code, problem=told, parameter=parameter)
    shown.headers.update({name: value for name, value in problem.headers.items() if name == "retry-after"})
    return shown


@lru_cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader(__package__),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        lstrip_blocks=True,
    )
    made.globals.update(
        asset=asset_url,
        navigation=NAVIGATION,
        version=__version__,
        to=address.to,
        in_article=address.in_article,
        anchor=address.anchor,
        outside=address.outside,
        words=words,
        today=date.today,
    )
    made.filters.update(
        amount=words.amount, day=words.day, initials=words.initials, kind=words.kind, number=words.number
    )
    return made
