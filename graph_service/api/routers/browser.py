"""``/browser/…``: style, guide and saved queries for Neo4j Browser, made from the catalogue."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from graph_service.browser import assets
from graph_service.errors import NotFound

router = APIRouter(include_in_schema=False)


@router.get("/browser/{path:path}")
def browser_asset(path: str, request: Request) -> Response:
    """A file that Neo4j Browser reads: ``:style`` or ``:guide`` and its address."""
    asset = assets(f"{request.base_url}browser").get(path)
    if asset is None:
        raise NotFound(f"There is no /browser/{path}.", advice="Begin with /browser/guide.html.")
    return Response(asset.text, media_type=asset.media_type, headers={"Cache-Control": "no-cache"})
