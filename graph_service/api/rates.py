"""How many requests a key or an address may make, counted in this process's memory.

Two processes of the service count apart, so that together they let through twice as many.
"""

import math
import time
from typing import NamedTuple

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.requests import Request

from graph_service.errors import BadSetting, TooManyRequests
from graph_service.keys import ApiKey, Scope
from graph_service.settings import Settings

#: where the answer's headers are found in a request's state
STATE = "rate_limit"


class _Policy(NamedTuple):
    name: str
    # None: no limit
    item: RateLimitItem | None


class Rates:
    """The limits of the settings, and who used how much of them."""

    def __init__(self, settings: Settings) -> None:
        read, write = _policy("read", settings.rate_read), _policy("write", settings.rate_write)
        cypher = _policy("cypher", settings.rate_cypher)
        self._policies = {Scope.READ: read, Scope.INGEST: write, Scope.ADMIN: write, Scope.CYPHER: cypher}
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def count(self, request: Request, scope: Scope, key: ApiKey | None) -> None:
        """Counts a request, and notes for its answer what is left.

        Raises:
            TooManyRequests: there is nothing left; says when there is.
        """
        name, item = self._policies[scope]
        if item is None:
            return
        who = f"key {key.id}" if key else f"address {request.client.host if request.client else '-'}"
        allowed = self._limiter.hit(item, name, who)
        reset, left = self._limiter.get_window_stats(item, name, who)
        seconds = max(1, math.ceil(reset - time.time()))
        setattr(request.state, STATE, _headers(name, item, left, seconds))
        if not allowed:
            raise TooManyRequests(
                f"No more than {item.amount} requests of this kind are taken in {item.get_expiry()} seconds.",
                retry_after=seconds,
                advice=f"Ask again in {seconds} s.",
            )


def _headers(name: str, item: RateLimitItem, left: int, seconds: int) -> dict[str, str]:
    return {
        "RateLimit-Policy": f'"{name}";q={item.amount};w={item.get_expiry()}',
        "RateLimit": f'"{name}";r={left};t={seconds}',
    }


def _policy(name: str, setting: str) -> _Policy:
    if setting.strip() == "0":
        return _Policy(name, None)
    try:
        return _Policy(name, parse(setting))
    except ValueError as error:
        raise BadSetting(
            f"GRAPH_SERVICE_RATE_{name.upper()} is {setting!r}.", advice="Write it as 600/minute, or 0 for no limit."
        ) from error
