"""Sites on this machine for tests of fetching; no test connects anywhere else."""

import gzip
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import httpcore
import pytest

from graph_service.settings import Settings

HOST = "site.example"
#: of the public internet; a test that would connect to it has its connection refused
PUBLIC = "93.184.216.34"
SENTENCES = (
    "<p>The harbour master said on Monday that no ship would leave before the tide had turned.</p>"
    "<p>&ldquo;We are waiting for the pilots,&rdquo; she told the crew of the ferry to the islands.</p>"
    "<p>The owners of the ferry denied that anybody had been paid to stay in the port.</p>"
)


def page(title: str, head: str = "") -> bytes:
    """A page with an article of three sentences."""
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{title}</title>{head}</head>"
        f"<body><article><h1>{title}</h1>{SENTENCES}</article></body></html>"
    ).encode()


def feed(*links: str) -> bytes:
    """A feed that points to these."""
    items = "".join(f"<item><title>One</title><link>{link}</link></item>" for link in links)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>{items}</channel></rss>'.encode()


def sitemap(*links: str, root: str = "urlset", item: str = "url") -> bytes:
    """A sitemap, or with other names an index, that lists these."""
    items = "".join(f"<{item}><loc>{link}</loc></{item}>" for link in links)
    return f'<?xml version="1.0"?><{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{items}</{root}>'.encode()


class Answer:
    """What a site answers to one path."""

    def __init__(self, body: bytes = b"", status: int = 200, **headers: str) -> None:
        self.status = status
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pieces: Callable[[], Iterator[bytes]] = lambda: iter([body])
        # seconds before anything is said
        self.wait = 0.0

    @classmethod
    def drip(cls, pieces: Callable[[], Iterator[bytes]], **headers: str) -> "Answer":
        """An answer whose body comes piece by piece, and may never end."""
        answer = cls(**headers)
        answer.pieces = pieces
        return answer


def packed(body: bytes) -> Answer:
    return Answer(gzip.compress(body), Content_Encoding="gzip", Content_Type="text/html")


def moved(location: str, status: int = 302) -> Answer:
    return Answer(status=status, Location=location)


class Site:
    """A server on the loopback address that counts the connections it accepts."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self._server = server
        self.port = server.server_port
        self.accepted = 0
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.answers: dict[str, Answer] = {}

    @property
    def paths(self) -> list[str]:
        """What was asked for, robots.txt aside."""
        return [path for path, _ in self.requests if path != "/robots.txt"]

    def encrypt(self, context: ssl.SSLContext) -> None:
        """Speaks TLS from now on."""
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)

    def url(self, path: str = "/", host: str = HOST) -> str:
        return f"http://{host}:{self.port}{path}"

    def answer(self, path: str, headers: dict[str, str]) -> Answer:
        self.requests.append((path, headers))
        found = self.answers.get(path) or Answer(status=404)
        if found.headers.get("ETag") and headers.get("if-none-match") == found.headers["ETag"]:
            return Answer(status=304, ETag=found.headers["ETag"])
        return found


@contextmanager
def site(host: str = "127.0.0.1") -> Iterator[Site]:
    """A site until the end of the context."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def get_request(self) -> Any:
            found.accepted += 1
            return super().get_request()

        def handle_error(self, request: Any, client_address: Any) -> None:
            """A client that hangs up is what these tests are about."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer = found.answer(self.path, {name.lower(): value for name, value in self.headers.items()})
            time.sleep(answer.wait)
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            for piece in answer.pieces():
                self.wfile.write(piece)

        def log_message(self, *arguments: Any) -> None:
            pass

    with Server((host, 0), Handler) as server:
        found = Site(server)
        thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield found
        finally:
            server.shutdown()
            thread.join()


class Wire:
    """Stands between the fetcher and the network: notes where it wants to connect, and lets it reach loopback only."""

    def __init__(self, connect: Callable[..., Any]) -> None:
        self.wanted: list[str] = []
        # a public address that a local site plays
        self.played: dict[str, str] = {}
        self._connect = connect

    @classmethod
    def put(cls, monkeypatch: pytest.MonkeyPatch) -> "Wire":
        """A wire in place of the network until the end of the test."""
        wire = cls(httpcore.AnyIOBackend.connect_tcp)

        async def connect_tcp(backend: Any, host: str, port: int, **options: Any) -> Any:
            return await wire.connect_tcp(backend, host, port, **options)

        monkeypatch.setattr(httpcore.AnyIOBackend, "connect_tcp", connect_tcp)
        return wire

    async def connect_tcp(self, backend: Any, host: str, port: int, **options: Any) -> Any:
        self.wanted.append(host)
        target = self.played.get(host, host)
        if not target.startswith("127.") and target != "::1":
            raise httpcore.ConnectError("no test connects to other machines")
        return await self._connect(backend, target, port, **options)


def fetch_settings(*sites: Site, **others: Any) -> Settings:
    """Settings under which the sites' ports are fetched from, and ``HOST`` is one of ours."""
    ports = ",".join(str(port) for port in (80, 443, *(each.port for each in sites)))
    return Settings(_env_file=None, **{"fetch_ports": ports, "fetch_allowed": HOST, "fetch_delay": 0.0, **others})


def names(**addresses: str | list[str]) -> Callable[[str, int], Any]:
    """A resolver that knows these hosts (``_`` is a dot); any other is on this machine, which is the worst case."""
    known = {name.replace("_", "."): found for name, found in addresses.items()}

    async def look_up(host: str, port: int) -> list[str]:
        found = known.get(host, "127.0.0.1")
        return [found] if isinstance(found, str) else found

    return look_up
