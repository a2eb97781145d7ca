"""Every error as ``application/problem+json`` (RFC 9457).

The status comes from ``errors.HTTP_STATUS``. Bodies of 5xx answers carry the error's title and advice only: its detail
may name hosts, files or queries, and goes to the log.
"""

import logging
import re
from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import parse_qsl, quote, urlencode

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from graph_service.errors import (
    AmbiguousName,
    BadQuery,
    EntityMerged,
    GraphServiceError,
    KeyNeeded,
    RequestInFlight,
    ScopeMissing,
    StoreUnavailable,
    TooManyRequests,
    TooMuchWaiting,
    UnknownName,
    http_status,
)

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER_SECONDS = 5
#: when to ask again, of an error that passes by itself
_RETRY_AFTER: dict[type[GraphServiceError], int] = {
    StoreUnavailable: RETRY_AFTER_SECONDS,
    TooMuchWaiting: 30,
    RequestInFlight: 1,
}
log = logging.getLogger(__name__)


class Problem(JSONResponse):
    """A problem: ``type`` tells programs what happened, ``title`` and ``detail`` tell people."""

    media_type = MEDIA_TYPE

    def __init__(
        self,
        status: int,
        title: str,
        detail: str | None = None,
        *,
        type_: str = "about:blank",
        headers: Mapping[str, str] | None = None,
        **members: object,
    ) -> None:
        body = {"type": type_, "title": title, "status": status, "detail": detail, **members}
        filled = {name: value for name, value in body.items() if value is not None}
        super().__init__(filled, status_code=status, headers=dict(headers or {}))


def install(app: FastAPI) -> None:
    """Answers every error of the application with a problem."""
    app.add_exception_handler(GraphServiceError, _service_error)
    app.add_exception_handler(RequestValidationError, _validation_error)
    app.add_exception_handler(HTTPException, _http_error)


def of(request: Request, error: Exception) -> Problem:
    """The problem that tells of an error of ours, of the framework or of a request's form."""
    if isinstance(error, GraphServiceError):
        return _service_error(request, error)
    if isinstance(error, RequestValidationError):
        return _validation_error(request, error)
    return _http_error(request, error)


def unexpected() -> Problem:
    """What a client is told of an error that nobody foresaw."""
    return Problem(500, GraphServiceError.title(), "The log has the details under this request's id.")


def body_too_large(limit: int) -> Problem:
    """The answer to a body of more than ``limit`` bytes."""
    return Problem(413, _phrase(413), too_large(limit))


def too_long(status: int, what: str, limit: int) -> Problem:
    """The answer to an address or headers of more than ``limit`` bytes."""
    return Problem(status, _phrase(status), f"The request's {what} has more than {limit:,} bytes.")


def too_large(limit: int) -> str:
    """What is wrong with a body of more than ``limit`` bytes."""
    return f"The request's body is larger than {limit:,} bytes."


def problem_type(error: type[GraphServiceError]) -> str:
    """The ``type`` of an error's problem: ``urn:graph-service:`` and the class's name in kebab case."""
    return "urn:graph-service:" + re.sub(r"(?<!^)(?=[A-Z])", "-", error.__name__).lower()


def from_error(error: GraphServiceError) -> Problem:
    """The problem that tells of an error."""
    status = http_status(error)
    return Problem(
        status,
        type(error).title(),
        str(error) if status < HTTPStatus.INTERNAL_SERVER_ERROR else error.advice or None,
        type_=problem_type(type(error)),
        headers=_headers(error),
        **_members(error),
    )


def _headers(error: GraphServiceError) -> dict[str, str]:
    if isinstance(error, TooManyRequests):
        return {"Retry-After": str(error.retry_after)}
    if isinstance(error, KeyNeeded):
        return {"WWW-Authenticate": "Bearer"}
    if isinstance(error, ScopeMissing):
        return {"WWW-Authenticate": 'Bearer error="insufficient_scope"'}
    seconds = next((seconds for kind, seconds in _RETRY_AFTER.items() if isinstance(error, kind)), None)
    return {} if seconds is None else {"Retry-After": str(seconds)}


def _members(error: GraphServiceError) -> dict[str, object]:
    if isinstance(error, AmbiguousName):
        return {"candidates": list(error.candidates)}
    if isinstance(error, UnknownName):
        return {"suggestions": list(error.suggestions)}
    return {}


def _service_error(request: Request, error: Exception) -> Problem:
    assert isinstance(error, GraphServiceError)  # noqa: S101  (registered for this class)
    problem = from_error(error)
    if isinstance(error, EntityMerged):
        problem.headers["Location"] = _instead(request, error)
    if problem.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        log.error("%s %s: %s", request.method, quote(request.url.path), error)
    return problem


def _instead(request: Request, error: EntityMerged) -> str:
    """The same address with the entity's id of now."""
    old, new = re.escape(error.entity), error.canonical
    path = re.sub(rf"(?<=/){old}(?=$|/|\.(?:csv|json)$)", lambda _: new, request.url.path)
    asked = parse_qsl(request.url.query, keep_blank_values=True)
    query = urlencode([(key, new if value == error.entity else value) for key, value in asked])
    return quote(path, safe="/:~") + (f"?{query}" if query else "")


def _validation_error(request: Request, error: Exception) -> Problem:
    assert isinstance(error, RequestValidationError)  # noqa: S101  (registered for this class)
    found = [{"where": _where(each["loc"]), "detail": each["msg"]} for each in error.errors()]
    detail = "; ".join(f"{each['where']}: {each['detail']}" for each in found)
    return Problem(422, BadQuery.title(), detail, type_=problem_type(BadQuery), errors=found)


def _where(location: tuple[str | int, ...]) -> str:
    return ".".join(str(part) for part in location)


def _http_error(request: Request, error: Exception) -> Problem:
    assert isinstance(error, HTTPException)  # noqa: S101  (registered for this class)
    if error.status_code == HTTPStatus.BAD_REQUEST:
        # a body that is not even text
        return Problem(422, BadQuery.title(), "The body is not JSON in UTF-8.", type_=problem_type(BadQuery))
    detail = _HTTP_DETAILS.get(error.status_code, error.detail)
    return Problem(error.status_code, _phrase(error.status_code), detail, headers=error.headers)


def _phrase(status: int) -> str:
    return HTTPStatus(status).phrase


_HTTP_DETAILS: dict[int, str] = {
    404: "There is no such address; /openapi.json lists them.",
    405: "This address does not take that method; the Allow header lists those it takes.",
}
