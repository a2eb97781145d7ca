"""Keys for the tools over HTTP, as for the API."""

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from graph_service.api.access import check_scope, secret_of
from graph_service.api.problems import from_error
from graph_service.errors import KeyNeeded, ScopeMissing
from graph_service.keys import KeyRing
from graph_service.keys import Scope as KeyScope
from graph_service.settings import Access, Settings


class KeyMiddleware:
    """Lets requests through that bring a key with the scope ``read``, where the settings ask for keys."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._keys = KeyRing(settings) if settings.access is Access.KEYS else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers 401 or 403, or hands on."""
        if self._keys is not None and scope["type"] == "http":
            try:
                _check(self._keys, Request(scope))
            except (KeyNeeded, ScopeMissing) as error:
                return await from_error(error)(scope, receive, send)
        await self._app(scope, receive, send)


def _check(keys: KeyRing, request: Request) -> None:
    secret = secret_of(request)
    if secret is None:
        raise KeyNeeded
    check_scope(keys.find(secret), KeyScope.READ)
