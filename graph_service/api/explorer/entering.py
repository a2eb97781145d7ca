"""``/key``: where a service that asks for keys takes one from a person, and lets the browser keep it."""

from typing import Annotated

from fastapi import Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from graph_service.api.access import COOKIE
from graph_service.api.dependencies import ServiceDep, no_parameters
from graph_service.api.explorer.rendering import page, page_router

_DAY = 86_400
router = page_router()


@router.get("/key", dependencies=[Depends(no_parameters)])
async def ask(request: Request) -> Response:
    """The form."""
    return page(request, "key.html")


@router.post("/key", dependencies=[Depends(no_parameters)])
async def enter(request: Request, service: ServiceDep, key: Annotated[str, Form(max_length=200)] = "") -> Response:
    """Keeps a key for reading, where it is one; without one forgets what was kept."""
    answer = RedirectResponse("/", 303)
    if not key.strip():
        answer.delete_cookie(COOKIE)
        return answer
    service.keys.find(key.strip())
    # no script reads it, and no other site sends it along
    answer.set_cookie(
        COOKIE, key.strip(), max_age=_DAY, httponly=True, samesite="strict", secure=request.url.scheme == "https"
    )
    return answer
