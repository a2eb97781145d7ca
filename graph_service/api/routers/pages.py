"""``/docs``, and what ``/`` tells programs. Nothing here loads anything from another host."""

from importlib.resources import files

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response

from graph_service import __version__
from graph_service.errors import NotFound

# Swagger UI sets style attributes and draws its icons from data: addresses
_POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'"
_OURS, _SWAGGER = files("graph_service.api") / "static", files("fastapi_offline") / "static"
_ASSETS = {
    "docs.html": (_OURS, "text/html"),
    "docs.js": (_OURS, "text/javascript"),
    "swagger-ui-bundle.js": (_SWAGGER, "text/javascript"),
    "swagger-ui.css": (_SWAGGER, "text/css"),
}
router = APIRouter(include_in_schema=False)


def index() -> JSONResponse:
    """The addresses to begin with."""
    first = ("/v1/statements", "/v1/entities", "/v1/articles", "/v1/queries")
    more = {"docs": "/docs", "openapi": "/openapi.json", "browser": "/browser/guide.html"}
    return JSONResponse({"name": "graph-service", "version": __version__, "addresses": first, **more})


@router.get("/docs")
def docs() -> Response:
    """The OpenAPI document, to read and to try."""
    return asset("docs.html")


@router.get("/docs/{name}")
def asset(name: str) -> Response:
    """A part of that page."""
    if name not in _ASSETS:
        raise NotFound
    folder, media_type = _ASSETS[name]
    headers = {"Content-Security-Policy": _POLICY, "Cache-Control": "max-age=3600"}
    return Response(folder.joinpath(name).read_bytes(), media_type=media_type, headers=headers)
