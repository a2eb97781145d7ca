"""``/static/…``: style, script and icon of the explorer, kept by browsers until they change."""

import hashlib
from importlib.resources import files
from typing import NamedTuple

from fastapi import APIRouter, Request
from fastapi.responses import Response

from graph_service.errors import NotFound

_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png"}
# a script that works beside a page has a policy of its own
_POLICY = "default-src 'self'"
_FOREVER, _ASK = "public, max-age=31536000, immutable", "no-cache"
router = APIRouter(include_in_schema=False)


class Asset(NamedTuple):
    """A file as it is served."""

    content: bytes
    media_type: str
    # of the content
    digest: str


def _load() -> dict[str, Asset]:
    found = {}
    ours = files(__package__).joinpath("static")
    for each in (*ours.iterdir(), *ours.joinpath("vendor").iterdir()):
        dot = each.name.rfind(".")
        if dot > 0 and each.name[dot:] in _TYPES:
            content = each.read_bytes()
            found[each.name] = Asset(content, _TYPES[each.name[dot:]], hashlib.sha256(content).hexdigest()[:16])
    return found


ASSETS = _load()


def asset_url(name: str) -> str:
    """The address of a file, which is another one when the file changes."""
    return f"/static/{name}?v={ASSETS[name].digest}"


@router.get("/static/{name}")
async def static(name: str, request: Request, v: str = "") -> Response:
    """A file; under the address that names its content it never changes."""
    if name not in ASSETS:
        raise NotFound(f"There is no file {name}.")
    asset = ASSETS[name]
    etag = f'"{asset.digest}"'
    kept = _FOREVER if v == asset.digest else _ASK
    headers = {"ETag": etag, "Cache-Control": kept, "Content-Security-Policy": _POLICY}
    if etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(asset.content, media_type=asset.media_type, headers=headers)
