"""Fetches URLs that somebody else wrote: only from public hosts, within bounds, and politely."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import partial
from types import TracebackType
from typing import NamedTuple, Self

from graph_service.errors import FetchFailed
from graph_service.inputs.extras import extra
from graph_service.inputs.fetch.connections import Connections, Resolve, resolve
from graph_service.inputs.fetch.decoding import decoder
from graph_service.inputs.fetch.robots import Robots
from graph_service.inputs.fetch.turns import Turns
from graph_service.inputs.fetch.urls import checked_url, host_of, redirected
from graph_service.settings import Settings

with extra("inputs"):
    import httpx

MOST_REDIRECTS = 5
#: what RFC 9309 asks to read at least
_LONGEST_ROBOTS = 512_000
_LONGEST_VALIDATOR = 500
_OK = {200, 203}
_REDIRECT = {301, 302, 303, 307, 308}
_NOT_MODIFIED = 304


class Validators(NamedTuple):
    """What a server said by which it tells, the next time, whether something changed."""

    etag: str | None = None
    last_modified: str | None = None


class Fetched(NamedTuple):
    """What a URL holds; ``content`` is empty where it is the same as the last time."""

    # after redirects
    url: str
    content: bytes
    # in lower case and without parameters; empty where the server does not say
    media_type: str = ""
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    not_modified: bool = False

    @property
    def validators(self) -> Validators:
        """What to hand in the next time."""
        return Validators(self.etag, self.last_modified)


class Fetcher:
    """Fetches with these settings; as a context it ends the connections.

    ``look_up`` finds the addresses of a host; each request asks it once, and connects to no other address.
    """

    def __init__(self, settings: Settings, look_up: Resolve = resolve) -> None:
        self._settings = settings
        self._ports = _ports(settings.fetch_ports)
        self._connections = Connections(settings, look_up)
        self._turns = Turns()
        self._robots = Robots(settings.user_agent)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._connections.__aexit__(kind, error, trace)

    async def get(self, url: str, known: Validators | None = None) -> Fetched:
        """What a URL holds, at most ``settings.max_input_bytes`` unpacked, within ``settings.fetch_seconds``.

        Waiting for this host's turn does not count. With ``known`` the server is asked for changes only.

        Raises:
            FetchRefused: it, or an address it redirects to, may not be fetched.
            FetchFailed: the server is away, too slow, answers with an error or with too much.
        """
        budget = _Budget(self._settings.fetch_seconds)
        errand = _Errand(_conditions(known), self._settings.max_input_bytes, self._settings.fetch_robots)
        return await self._follow(url, errand, budget)

    async def _follow(self, url: str, errand: "_Errand", budget: "_Budget") -> Fetched:
        for _ in range(MOST_REDIRECTS + 1):
            target = checked_url(url, self._ports)
            async with self._turns.of(host_of(target), await self._pause(target, errand, budget)), budget.spend():
                found = await self._one(target, errand)
            if isinstance(found, Fetched):
                return found
            url = found
        raise FetchFailed(f"It redirects more than {MOST_REDIRECTS} times.")

    async def _pause(self, url: httpx.URL, errand: "_Errand", budget: "_Budget") -> float:
        if errand.is_robots:
            return 0.0
        asked = await self._robots.pause(url, partial(self._robots_text, budget)) if errand.heeds_robots else 0.0
        return max(self._settings.fetch_delay, asked)

    async def _one(self, url: httpx.URL, errand: "_Errand") -> Fetched | str:
        async with self._connections.open(url, errand.headers) as response:
            status, headers = response.status_code, response.headers
            if status in _REDIRECT and "location" in headers:
                return redirected(url, headers["location"])
            not_modified = status == _NOT_MODIFIED and bool(errand.headers)
            if status not in _OK and not not_modified:
                raise _Refusal(status)
            return Fetched(
                url=str(url),
                content=b"" if not_modified else await _body(response, errand),
                media_type=headers.get("content-type", "").partition(";")[0].strip().lower(),
                charset=response.charset_encoding,
                etag=_sendable(headers.get("etag")),
                last_modified=_sendable(headers.get("last-modified")),
                not_modified=not_modified,
            )

    async def _robots_text(self, budget: "_Budget", url: httpx.URL) -> str:
        try:
            found = await self._follow(str(url), _Errand({}, _LONGEST_ROBOTS, is_robots=True), budget)
        except _Refusal as error:
            if error.is_theirs:
                raise FetchFailed(f"Its robots.txt could not be read. {error.detail}") from error
            return ""
        return found.content.decode("utf-8", "replace")


class _Errand(NamedTuple):
    """How something is fetched."""

    headers: Mapping[str, str]
    # most bytes, unpacked
    limit: int
    heeds_robots: bool = False
    # what is too long in a robots.txt is cut off, in all else it is an error
    is_robots: bool = False


class _Budget:
    """The time that is left for one URL: its redirects and its site's robots.txt included, waiting for turns not."""

    def __init__(self, seconds: float) -> None:
        self._seconds = self._left = seconds

    @asynccontextmanager
    async def spend(self) -> AsyncIterator[None]:
        clock = asyncio.get_running_loop().time
        started = clock()
        try:
            async with asyncio.timeout(self._left):
                yield
        except TimeoutError:
            raise FetchFailed(f"It took over {self._seconds:g} s.") from None
        finally:
            self._left -= clock() - started


class _Refusal(FetchFailed):
    """The server answered with an error."""

    def __init__(self, status: int) -> None:
        super().__init__(f"The server answered with status {status}.")
        # the server's own fault, or that of too many requests; else there is just no such thing
        self.is_theirs = status >= 500 or status == 429


async def _body(response: httpx.Response, errand: _Errand) -> bytes:
    too_large = FetchFailed(f"It has over {errand.limit:,} bytes.", advice="See GRAPH_SERVICE_MAX_INPUT_BYTES.")
    if int(response.headers.get("content-length", "0")) > errand.limit and not errand.is_robots:
        raise too_large
    body, unpack = bytearray(), decoder(response.headers.get("content-encoding", ""))
    async for packed in response.aiter_raw():
        for piece in unpack.decode(packed):
            body += piece
            if len(body) <= errand.limit:
                continue
            if errand.is_robots:
                return bytes(body[: errand.limit])
            raise too_large
    return bytes(body)


def _conditions(known: Validators | None) -> dict[str, str]:
    if known is None:
        return {}
    headers = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in headers.items() if value and _sendable(value)}


def _sendable(value: str | None) -> str | None:
    """What a server said, where it can be said back to it."""
    return value if value and len(value) <= _LONGEST_VALIDATOR and value.isascii() and value.isprintable() else None


def _ports(listed: str) -> frozenset[int]:
    return frozenset(int(port) for port in listed.split(","))
