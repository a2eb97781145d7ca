"""``/browser/…``: what Neo4j Browser loads from here: a style, a guide and saved queries."""

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from graph_service.api.dependencies import no_parameters
from graph_service.browser import assets
from graph_service.errors import NotFound

router = APIRouter(include_in_schema=False, dependencies=[Depends(no_parameters)])


@router.get("/browser/{path:path}")
async def browser_asset(path: str, request: Request) -> Response:
    """A file for Neo4j Browser; addresses inside it lead back here."""
    found = assets(f"{request.base_url}browser")
    if path not in found:
        raise NotFound(f"There is no such file; there are: {', '.join(found)}.")
    return Response(found[path].text, media_type=found[path].media_type)
