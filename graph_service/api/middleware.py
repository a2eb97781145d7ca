"""What holds for every request, as plain ASGI: an id, a log line, safe headers, a body limit, CORS."""

import logging
import re
import time
from collections.abc import Mapping, MutableMapping
from contextvars import ContextVar
from types import MappingProxyType
from urllib.parse import quote
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph_service.api import problems, rates
from graph_service.api.metrics import Metrics

REQUEST_ID = "X-Request-ID"
#: the only addresses that other origins may read: Neo4j Browser loads its guide and style from them
BROWSER_PREFIX = "/browser/"
_SAFE_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
# a size with more digits is beyond any limit, and slow to read as a number
_DIGITS = 15
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
}
log = logging.getLogger(__name__)
request_id: ContextVar[str] = ContextVar("request_id", default="-")


class RequestIdFilter(logging.Filter):
    """Puts ``request_id`` on every log record."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Lets every record through."""
        record.request_id = request_id.get()
        return True


class RequestMiddleware:
    """Gives a request its id, logs its end, sets safe headers, and turns an unforeseen error into a problem."""

    def __init__(self, app: ASGIApp, metrics: Metrics | None = None) -> None:
        self.app = app
        self.metrics = metrics or Metrics()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        answer = _Answer(send, _id_of(scope), scope.setdefault("state", {}))
        request_id.set(answer.request_id)
        try:
            await self.app(scope, receive, answer.send)
        except Exception:
            log.exception("unforeseen error")
            if answer.status:
                raise
            await problems.unexpected()(scope, receive, answer.send)
        finally:
            self._tell(scope, answer)

    def _tell(self, scope: Scope, answer: "_Answer") -> None:
        method, path, status, took = scope["method"], quote(scope["path"]), answer.status, answer.milliseconds
        # the address without its parameters, which may be anything
        told = {"method": method, "path": path, "status": status, "milliseconds": round(took)}
        log.info("%s %s %s %.0f ms", method, path, status, took, extra=told)
        self.metrics.seen(scope, status, took / 1000)


class _Answer:
    def __init__(self, send: Send, request_id: str, state: MutableMapping[str, object]) -> None:
        self._send = send
        self._state = state
        self._started = time.perf_counter()
        self.request_id = request_id
        # 0 until the response starts
        self.status = 0

    @property
    def milliseconds(self) -> float:
        return 1000 * (time.perf_counter() - self._started)

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            headers[REQUEST_ID] = self.request_id
            left = self._state.get(rates.STATE, {})
            for name, value in (_HEADERS | left if isinstance(left, dict) else _HEADERS).items():
                headers.setdefault(name, value)
        await self._send(message)


def _id_of(scope: Scope) -> str:
    given = Headers(scope=scope).get(REQUEST_ID, "")
    return given if _SAFE_ID.fullmatch(given) else uuid4().hex


class BodyLimitMiddleware:
    """Refuses a body that says it is too large before a byte of it is read, and any other when it becomes so.

    ``uploads`` are paths to which forms may be sent that are larger.
    """

    def __init__(self, app: ASGIApp, max_bytes: int, uploads: Mapping[str, int] = MappingProxyType({})) -> None:
        self.app = app
        self.max_bytes = max_bytes
        self.uploads = uploads

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        headers = Headers(scope=scope)
        form = headers.get("content-type", "").lower().startswith("multipart/form-data")
        limit = self.uploads.get(scope["path"], self.max_bytes) if form else self.max_bytes
        if _declares_more(headers, limit):
            return await problems.body_too_large(limit)(scope, receive, send)
        await self.app(scope, self._counting(receive, limit), send)

    def _counting(self, receive: Receive, limit: int) -> Receive:
        left = limit

        async def counted() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise HTTPException(413, problems.too_large(limit))
            return message

        return counted


def _declares_more(headers: Headers, limit: int) -> bool:
    declared = headers.get("content-length", "")
    return declared.isdecimal() and (len(declared) > _DIGITS or int(declared) > limit)


class BrowserCorsMiddleware:
    """Lets Neo4j Browser, whatever its address, read what is under ``/browser/``; nothing else allows other origins."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.open = CORSMiddleware(app, allow_origins=["*"], allow_methods=["GET"], allow_headers=["*"])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        chosen = self.open if scope["type"] == "http" and scope["path"].startswith(BROWSER_PREFIX) else self.app
        await chosen(scope, receive, send)
