"""Who may do what: keys and their scopes, and how often.

A route says what it needs with ``dependencies=[require(Scope.INGEST)]``; one that says nothing needs ``read`` for
reading and ``admin`` for all else.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import Depends, Request

from graph_service.api.dependencies import Service, ServiceDep
from graph_service.api.rates import Rates
from graph_service.errors import KeyNeeded, NotFound, ScopeMissing
from graph_service.keys import ApiKey, Scope
from graph_service.settings import Access

#: what a browser keeps the key for reading pages in
COOKIE = "graph_service_key"
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_SCOPE = "needed_scope"
# asyncio itself keeps no task alive
_touching: set["asyncio.Task[None]"] = set()
log = logging.getLogger(__name__)
Check = Callable[..., Awaitable[ApiKey | None]]


def require(scope: Scope | str) -> Any:
    """Lets a request through that may do what ``scope`` says; to be put among a route's ``dependencies``.

    The check raises ``KeyNeeded``, ``ScopeMissing`` or ``TooManyRequests``.
    """
    wanted = Scope(scope)

    async def check(request: Request, service: ServiceDep) -> ApiKey | None:
        return await _admit(request, service, wanted)

    setattr(check, _SCOPE, wanted)
    return Depends(check)


async def by_default(request: Request, service: ServiceDep) -> None:
    """What a route needs that does not say it: ``read``, or ``admin`` where it may change something."""
    if scope_of(request.scope.get("route")) is None:
        await _admit(request, service, Scope.READ if request.method in _READING else Scope.ADMIN)


def scope_of(route: object) -> Scope | None:
    """What a route says that it needs."""
    dependant = getattr(route, "dependant", None)
    said = (getattr(each.call, _SCOPE, None) for each in getattr(dependant, "dependencies", ()))
    return next((scope for scope in said if scope is not None), None)


async def cypher_on(service: ServiceDep) -> None:
    """Refuses where typed Cypher is off."""
    if not service.settings.cypher:
        raise NotFound("Typed Cypher is off here.", advice="Set GRAPH_SERVICE_CYPHER=true, and restart the service.")


async def _admit(request: Request, service: Service, scope: Scope) -> ApiKey | None:
    rates: Rates = request.app.state.rates
    try:
        key = await _key(request, service)
        if key is None and (service.settings.access is Access.KEYS or scope is Scope.CYPHER):
            raise KeyNeeded
    except KeyNeeded:
        # who guesses keys is slowed down
        rates.count(request, scope, None)
        raise
    rates.count(request, scope, key)
    if key and (service.settings.access is Access.KEYS or scope is Scope.CYPHER):
        check_scope(key, scope)
    return key


def check_scope(key: ApiKey, scope: Scope) -> None:
    """Checks that a key may do what a scope says.

    Raises:
        ScopeMissing: it may not.
    """
    if scope not in key.scopes:
        raise ScopeMissing(
            f"The key {key.id} has not the scope {scope}; it has {', '.join(key.scopes)}.",
            advice=f"Make one with `graph-service keys create NAME --scope {scope}`.",
        )


async def _key(request: Request, service: Service) -> ApiKey | None:
    secret = secret_of(request)
    if secret is None:
        return None
    key = service.keys.find(secret)
    if service.keys.is_stale(key):
        # a folder that cannot be written keeps nobody out
        task = asyncio.create_task(asyncio.to_thread(service.keys.touch, key))
        _touching.add(task)
        task.add_done_callback(_touched)
    return key


def _touched(task: "asyncio.Task[None]") -> None:
    _touching.discard(task)
    if not task.cancelled() and (error := task.exception()):
        log.warning("%s", error)


def secret_of(request: Request) -> str | None:
    """The key that a request brings, as ``Authorization: Bearer`` or ``X-API-Key``, or that a browser remembers."""
    given = request.headers.get("authorization")
    if given is None:
        return request.headers.get("x-api-key") or _remembered(request)
    kind, _, secret = given.partition(" ")
    if kind.lower() != "bearer":
        raise KeyNeeded("The Authorization header is not a Bearer one.")
    return secret.strip()


def _remembered(request: Request) -> str | None:
    # a cookie goes along unasked, so it lets nobody change anything
    return request.cookies.get(COOKIE) if request.method in _READING else None
