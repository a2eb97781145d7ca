"""Which URLs may be fetched at all, told before any name is looked up."""

import re

from graph_service.errors import FetchRefused
from graph_service.inputs.extras import extra
from graph_service.inputs.fetch.addresses import numeric

with extra("inputs"):
    import httpx

_LONGEST = 2_000
_LONGEST_HOST = 253
_DEFAULT_PORT = {"http": 80, "https": 443}
_NAME = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*")
#: what C's inet_aton takes for an address: octal, hexadecimal, or too few parts
_ODD_ADDRESS = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)")
#: what browsers and libraries read in different ways
_AMBIGUOUS = re.compile(r"[\s\\\x00-\x1f\x7f]")


def checked_url(url: str, ports: frozenset[int]) -> httpx.URL:
    """A URL that may be fetched if its host's address may; without fragment, and the host without a final dot.

    Raises:
        FetchRefused: it is none of http or https, has a user name, another port, or a host in an odd notation.
    """
    parsed = _parsed(url.strip())
    if parsed.scheme not in _DEFAULT_PORT:
        raise FetchRefused("Only http and https addresses are fetched.")
    if parsed.userinfo:
        raise FetchRefused("An address with a user name or password is not fetched.", advice="Leave them out.")
    if port_of(parsed) not in ports:
        raise FetchRefused(f"Port {port_of(parsed)} is not fetched from.", advice="See GRAPH_SERVICE_FETCH_PORTS.")
    return parsed.copy_with(host=_host(parsed), fragment=None)


def redirected(base: httpx.URL, location: str) -> str:
    """The URL that a redirect leads to.

    Raises:
        FetchRefused: it is not well formed.
    """
    # servers forget to encode spaces; all else that is read in different ways is refused
    target = location.strip().replace(" ", "%20")
    if _AMBIGUOUS.search(target):
        raise FetchRefused("It redirects to an address that is not well formed.")
    try:
        return str(base.join(target))
    except httpx.InvalidURL:
        raise FetchRefused("It redirects to an address that is not well formed.") from None


def host_of(url: httpx.URL) -> str:
    """The host of a URL in ASCII, as certificates and name servers know it."""
    return url.raw_host.decode("ascii")


def port_of(url: httpx.URL) -> int:
    """The port that a URL leads to."""
    return _DEFAULT_PORT[url.scheme] if url.port is None else url.port


def _parsed(url: str) -> httpx.URL:
    if len(url) > _LONGEST:
        raise FetchRefused(f"The address is over {_LONGEST:,} characters long.")
    if _AMBIGUOUS.search(url):
        raise FetchRefused("The address has a space, a backslash or a control character in it.")
    try:
        return httpx.URL(url)
    except httpx.InvalidURL:
        raise FetchRefused("The address is not well formed.", advice="Give a whole http or https address.") from None


def _host(url: httpx.URL) -> str:
    host = host_of(url).lower().removesuffix(".")
    if ":" in host:
        address = numeric(host)
        if address and "%" not in host:
            return str(address)
    elif len(host) <= _LONGEST_HOST and _NAME.fullmatch(host) and (numeric(host) or not _ODD_ADDRESS.fullmatch(host)):
        return host
    raise FetchRefused("The address has no host that can be fetched from.", advice="Write the host by its name.")
