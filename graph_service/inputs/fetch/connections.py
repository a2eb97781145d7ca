"""From a checked URL to a response; the connection goes to the address that was checked, and to no other."""

import asyncio
import logging
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from functools import cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from ssl import SSLContext
from types import TracebackType
from typing import Self

from graph_service.errors import FetchFailed, FetchRefused
from graph_service.inputs.extras import extra
from graph_service.inputs.fetch.addresses import Address, Policy, is_public, numeric
from graph_service.inputs.fetch.decoding import ACCEPTED
from graph_service.inputs.fetch.urls import host_of, port_of
from graph_service.settings import Settings

with extra("inputs"):
    import httpx
    from httpx_secure import SSRFProtectionError, httpx_ssrf_protection

# it would log every URL, and a query may hold a key
logging.getLogger("httpx").setLevel(logging.WARNING)

#: of a host that has many, the addresses that are tried
_MOST_ADDRESSES = 3
_ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.8"
)

#: the addresses of a host, best first
Resolve = Callable[[str, int], Awaitable[list[str]]]


async def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, as this system knows them."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


class Connections:
    """Sends requests, to permitted addresses only; nothing is kept between two of them, neither cookies nor sockets.

    Two hosts can have one address. A connection that is used again for the address would be one of the other host.
    """

    def __init__(self, settings: Settings, look_up: Resolve = resolve) -> None:
        self._policy = Policy(settings.fetch_allowed)
        self._look_up = look_up
        # addresses inside, of hosts that the settings allow
        self._admitted: set[Address] = set()
        client = httpx.AsyncClient(
            trust_env=False,
            verify=_trusted(),
            timeout=settings.fetch_seconds,
            limits=httpx.Limits(max_keepalive_connections=0),
            headers={
                "User-Agent": settings.user_agent,
                "Accept": _ACCEPT,
                "Accept-Encoding": ACCEPTED,
                "Connection": "close",
            },
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
        )
        # a second gate, at the socket; by itself it would look a name up by connecting to whatever it leads to
        self._client = httpx_ssrf_protection(client, check_globally_reachable=False, custom_validator=self._may_connect)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.aclose()

    @asynccontextmanager
    async def open(self, url: httpx.URL, headers: Mapping[str, str]) -> AsyncIterator[httpx.Response]:
        """The response to a GET, its body still to be read.

        Raises:
            FetchRefused: the host is not a public one.
            FetchFailed: it is not known, does not answer, or breaks off.
        """
        addresses = await self._addresses(url)
        try:
            response = await self._first_answer(url, addresses, headers)
            try:
                yield response
            finally:
                await response.aclose()
        except SSRFProtectionError:
            raise _not_public() from None
        except httpx.InvalidURL:
            # httpx looks at where a redirect leads even when it is not to follow it
            raise FetchRefused("It redirects to an address that is not well formed.") from None
        except httpx.TimeoutException:
            raise FetchFailed("The server took too long.") from None
        except httpx.HTTPError as error:
            raise FetchFailed(f"The server could not be read from ({type(error).__name__}).") from None

    async def _first_answer(
        self, url: httpx.URL, addresses: list[Address], headers: Mapping[str, str]
    ) -> httpx.Response:
        for address in addresses[:-1]:
            try:
                return await self._send(url, address, headers)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        return await self._send(url, addresses[-1], headers)

    async def _send(self, url: httpx.URL, address: Address, headers: Mapping[str, str]) -> httpx.Response:
        request = self._client.build_request(
            "GET",
            url.copy_with(host=str(address)),
            headers={**headers, "Host": url.netloc.decode("ascii")},
            # the certificate is still the one of the host
            extensions={"sni_hostname": host_of(url)},
        )
        return await self._client.send(request, stream=True)

    async def _addresses(self, url: httpx.URL) -> list[Address]:
        found = await self._found(host_of(url), port_of(url))
        permitted = [address for address in found if self._policy.permits(host_of(url), address)]
        if not permitted:
            raise _not_public()
        self._admitted.update(address for address in permitted if not is_public(address))
        return permitted[:_MOST_ADDRESSES]

    async def _found(self, host: str, port: int) -> list[Address]:
        literal = numeric(host)
        if literal:
            return [literal]
        try:
            names = await self._look_up(host, port)
        except (OSError, UnicodeError):
            names = []
        found = [address for name in names if (address := numeric(name))]
        if not found:
            raise FetchFailed("Its host is not known.")
        return found

    def _may_connect(self, host: str, address: Address, port: int) -> bool:
        return is_public(address) or address in self._admitted


@cache
def _trusted() -> SSLContext:
    # reading the certificates takes longer than a request
    return httpx.create_ssl_context(trust_env=False)


def _not_public() -> FetchRefused:
    return FetchRefused(
        "It leads to a host that is not on the public internet.", advice="See GRAPH_SERVICE_FETCH_ALLOWED."
    )
