"""What the service refuses, as exceptions."""

from collections.abc import Mapping
from typing import Any

import httpx

from graph_service.errors import GraphServiceError

_FIRST_ERROR = 400


class ServiceAway(GraphServiceError):
    """The service does not answer."""

    advice = "Start it with `graph-service serve`, or check the address."


class ApiProblem(GraphServiceError):
    """The service answered with a problem."""

    def __init__(self, status: int, body: Mapping[str, Any], retry_after: str | None = None) -> None:
        super().__init__(str(body.get("detail") or body.get("title") or f"Status {status}."))
        self.status = status
        # for programs, such as urn:graph-service:unknown-parameter
        self.type = str(body.get("type", "about:blank"))
        # of a name that fits several entities
        self.candidates: tuple[dict[str, Any], ...] = tuple(body.get("candidates", ()))
        # of a name that fits none
        self.suggestions: tuple[dict[str, Any], ...] = tuple(body.get("suggestions", ()))
        # seconds after which it is worth another try
        self.retry_after = int(retry_after) if retry_after and retry_after.isdecimal() else None


def raise_problem(response: httpx.Response) -> None:
    """Raises what an answer says went wrong.

    Raises:
        ApiProblem: the answer is a problem.
    """
    if response.status_code < _FIRST_ERROR:
        return
    response.read()
    try:
        body = response.json()
    except ValueError:
        body = {}
    raise ApiProblem(response.status_code, body if isinstance(body, dict) else {}, response.headers.get("Retry-After"))


class Transport(httpx.HTTPTransport):
    """Plain HTTP; that nobody answers comes as an error of ours."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """One request.

        Raises:
            ServiceAway: nobody answers.
        """
        try:
            return super().handle_request(request)
        except httpx.TransportError as error:
            host = f"{request.url.scheme}://{request.url.netloc.decode()}"
            raise ServiceAway(f"{host} does not answer: {type(error).__name__}.") from error
