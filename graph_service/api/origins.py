"""From where a request may come: under which name the service is called, and from which web pages."""

import ipaddress
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from graph_service.api import problems
from graph_service.errors import NotFromHere

_READING = frozenset({"GET", "HEAD", "OPTIONS"})
#: of all headers together, and of an address with its parameters
MOST_HEADER_BYTES, MOST_ADDRESS_BYTES = 32_000, 16_000


class OriginMiddleware:
    """Refuses a name that is none of ours, which is how DNS rebinding looks, and writes from other web pages."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str], origins: Iterable[str]) -> None:
        self.app = app
        self.hosts = frozenset(host.lower() for host in hosts)
        self.origins = frozenset(origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        wrong = self._wrong(scope) if scope["type"] == "http" else None
        if wrong:
            return await problems.from_error(wrong)(scope, receive, send)
        await self.app(scope, receive, send)

    def _wrong(self, scope: Scope) -> NotFromHere | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if not self._is_ours(host):
            return NotFromHere("The service is not called by this Host.", advice="Add it to GRAPH_SERVICE_HOSTS.")
        if scope["method"] in _READING or self._may_write(headers, f"{scope['scheme']}://{host}"):
            return None
        return NotFromHere(
            "A web page of another origin may not write here.", advice="Add its origin to GRAPH_SERVICE_CORS_ORIGINS."
        )

    def _is_ours(self, host: str) -> bool:
        try:
            name = (urlsplit(f"//{host}").hostname or "").lower()
        except ValueError:
            return False
        # a page can make a browser call any name with a dot that somebody owns, but no address and no bare name
        return name in self.hosts or bool(name and "." not in name) or _is_address(name) or name.endswith(".localhost")

    def _may_write(self, headers: Headers, own: str) -> bool:
        origin = headers.get("origin")
        if origin is not None:
            return origin == own or origin in self.origins
        return headers.get("sec-fetch-site", "none") in ("none", "same-origin")


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


class SizeMiddleware:
    """Refuses an address or headers that nobody needs so long."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] == "http":
            if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > MOST_ADDRESS_BYTES:
                return await problems.too_long(414, "address", MOST_ADDRESS_BYTES)(scope, receive, send)
            if sum(len(name) + len(value) for name, value in scope["headers"]) > MOST_HEADER_BYTES:
                return await problems.too_long(431, "headers", MOST_HEADER_BYTES)(scope, receive, send)
        await self.app(scope, receive, send)
