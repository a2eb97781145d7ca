"""Fetching within bounds of size and time, and politely."""

import asyncio
import gzip
import logging
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import brotli
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from hypothesis import given
from hypothesis import settings as tries
from hypothesis import strategies as st

from graph_service.errors import FetchFailed, FetchRefused, GraphServiceError
from graph_service.inputs.fetch import Fetcher, Validators
from graph_service.inputs.fetch.decoding import decoder
from tests.inputs.memory import peak_memory
from tests.inputs.sites import HOST, Answer, Site, fetch_settings, moved, names, packed, page, site

pytestmark = pytest.mark.anyio
SECONDS = 10.5
MEGABYTE = 1024 * 1024


@pytest.fixture
def ours() -> Iterator[Site]:
    with site() as found:
        yield found


def fetcher(ours: Site, **others: object) -> Fetcher:
    return Fetcher(fetch_settings(ours, **others), names())


# --- size -------------------------------------------------------------------------------------------------------------


def gzip_bomb(wbits: int) -> bytes:
    """A gibibyte of nothing, packed into one megabyte."""
    packer = zlib.compressobj(9, zlib.DEFLATED, wbits)
    first, again = (packer.compress(bytes(MEGABYTE)) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    return first + again * 1023


def brotli_bomb() -> bytes:
    packer, nothing = brotli.Compressor(quality=1), bytes(MEGABYTE)
    return b"".join(packer.process(nothing) for _ in range(1024)) + packer.finish()


@pytest.mark.parametrize(
    ("encoding", "bomb"),
    [
        ("gzip", lambda: gzip_bomb(zlib.MAX_WBITS | 16)),
        ("deflate", lambda: gzip_bomb(zlib.MAX_WBITS)),
        ("deflate", lambda: gzip_bomb(-zlib.MAX_WBITS)),
        ("br", brotli_bomb),
        ("gzip, gzip", lambda: gzip.compress(gzip_bomb(zlib.MAX_WBITS | 16))),
        ("zstd", lambda: b"\x28\xb5\x2f\xfd"),
    ],
    ids=["gzip", "deflate", "bare deflate", "brotli", "twice", "unasked"],
)
async def test_a_bomb_is_refused_early(ours: Site, encoding: str, bomb: Callable[[], bytes]) -> None:
    ours.answers["/"] = Answer(bomb(), Content_Encoding=encoding, Content_Type="text/html")
    async with fetcher(ours) as fetching:
        started = time.monotonic()
        with peak_memory() as peak, pytest.raises(FetchFailed):
            await fetching.get(ours.url())
    assert time.monotonic() - started <= SECONDS
    assert peak.megabytes <= 50


async def test_an_endless_body_is_refused(ours: Site) -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield bytes(64 * 1024)

    ours.answers["/"] = Answer.drip(endless, Content_Type="text/html")
    async with fetcher(ours) as fetching:
        with peak_memory() as peak, pytest.raises(FetchFailed, match=r"over 10,000,000 bytes"):
            await fetching.get(ours.url())
    assert peak.megabytes <= 50


async def test_a_body_that_says_it_is_large_is_not_read(ours: Site) -> None:
    ours.answers["/"] = Answer(b"x", Content_Length="200000000")
    async with fetcher(ours) as fetching:
        with pytest.raises(FetchFailed, match="bytes"):
            await fetching.get(ours.url())


async def test_large_headers_are_refused(ours: Site) -> None:
    ours.answers["/"] = Answer(b"x", **{f"X_{number}": "x" * 5_000 for number in range(40)})
    async with fetcher(ours) as fetching:
        with pytest.raises(FetchFailed):
            await fetching.get(ours.url())


@pytest.mark.parametrize("encoding", ["gzip", "br", "deflate", "identity", ""])
@pytest.mark.parametrize("size", [0, 1, 255 * 1024, 256 * 1024, 512 * 1024, 700_001])
def test_what_is_packed_is_unpacked(encoding: str, size: int) -> None:
    body = bytes(number % 251 for number in range(size))
    pack = {"gzip": gzip.compress, "br": brotli.compress, "deflate": zlib.compress}.get(encoding, bytes)
    data, unpack = pack(body), decoder(encoding)
    pieces = [piece for at in range(0, len(data), 1_000) for piece in unpack.decode(data[at : at + 1_000])]
    assert b"".join(pieces) == body


def test_several_gzip_files_in_one() -> None:
    unpack = decoder("gzip")
    data = gzip.compress(b"one") + gzip.compress(b"two") + bytes(100)
    assert b"".join(unpack.decode(data)) == b"onetwo"


@given(st.sampled_from(["gzip", "deflate", "br"]), st.lists(st.binary(max_size=2_000), max_size=5))
def test_whatever_is_sent_is_unpacked_or_an_error_of_ours(encoding: str, pieces: list[bytes]) -> None:
    unpack = decoder(encoding)
    with suppress(GraphServiceError):
        for piece in pieces:
            assert all(len(unpacked) <= 1_000_000 for unpacked in unpack.decode(piece))


# --- time -------------------------------------------------------------------------------------------------------------


async def test_a_slow_drip_is_cut_off(ours: Site) -> None:
    def drip() -> Iterator[bytes]:
        while True:
            time.sleep(0.05)
            yield b"x"

    ours.answers["/"] = Answer.drip(drip, Content_Type="text/html")
    async with fetcher(ours, fetch_seconds=1.0) as fetching:
        started = time.monotonic()
        with pytest.raises(FetchFailed, match="over 1 s"):
            await fetching.get(ours.url())
    assert 0.9 <= time.monotonic() - started <= 5


async def test_redirects_share_one_time(ours: Site) -> None:
    for number in range(5):
        ours.answers[f"/{number}"] = moved(f"/{number + 1}")
        ours.answers[f"/{number}"].wait = 0.4
    async with fetcher(ours, fetch_seconds=1.0, fetch_robots=False) as fetching:
        with pytest.raises(FetchFailed, match="over 1 s"):
            await fetching.get(ours.url("/0"))
    assert 1 <= len(ours.paths) <= 3


async def test_redirects_come_to_an_end(ours: Site) -> None:
    ours.answers |= {"/a": moved("/b"), "/b": moved("/a"), "/page": Answer(page("Ships"), Content_Type="text/html")}
    for number in range(5):
        ours.answers[f"/{number}"] = moved(f"/{number + 1}" if number < 4 else "/page")
    async with fetcher(ours) as fetching:
        with pytest.raises(FetchFailed, match="more than 5 times"):
            await fetching.get(ours.url("/a"))
        assert len(ours.paths) == 6
        assert (await fetching.get(ours.url("/0"))).url == ours.url("/page")


async def test_a_server_that_says_nothing(ours: Site) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        async with fetcher(ours, fetch_ports=f"80,{port}", fetch_seconds=1.0) as fetching:
            with pytest.raises(FetchFailed):
                await fetching.get(f"http://{HOST}:{port}/")


@contextmanager
def raw(answer: bytes) -> Iterator[int]:
    """A server that answers these bytes to whoever connects; its port."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        over = threading.Event()

        def serve() -> None:
            while not over.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                with connection:
                    connection.settimeout(1)
                    try:
                        connection.recv(65_536)
                        connection.sendall(answer)
                    except OSError:
                        continue

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield server.getsockname()[1]
        finally:
            over.set()
            thread.join()


_HEADERS = st.lists(
    st.tuples(
        st.sampled_from([b"Location", b"Content-Type", b"Content-Encoding", b"Content-Length", b"ETag", b"X"]),
        st.binary(max_size=40)
        | st.sampled_from([b"gzip", b"br", b"data:x", b"text/html; charset=\xff", b"//", b"http://["]),
    ),
    max_size=4,
)


@tries(max_examples=60)
@given(
    st.one_of(
        st.binary(max_size=200),
        st.tuples(st.sampled_from([b"200", b"301", b"307", b"304", b"999", b"1"]), _HEADERS, st.binary(max_size=50)),
    )
)
def test_whatever_a_server_says_is_an_answer_or_an_error_of_ours(said: bytes | tuple[bytes, object, bytes]) -> None:
    if isinstance(said, tuple):
        status, headers, body = said
        lines = b"".join(name + b": " + value + b"\r\n" for name, value in headers)
        said = b"HTTP/1.1 " + status + b" X\r\n" + lines + b"\r\n" + body
    with raw(said) as port:
        asyncio.run(_get_from(port))


async def _get_from(port: int) -> None:
    settings = fetch_settings(fetch_ports=f"80,443,{port}", fetch_seconds=2.0, fetch_robots=False)
    async with Fetcher(settings, names()) as fetching:
        with suppress(GraphServiceError):
            await fetching.get(f"http://{HOST}:{port}/")


# --- politeness -------------------------------------------------------------------------------------------------------


async def test_robots_txt_is_heeded_and_asked_for_once(ours: Site) -> None:
    rules = b"User-agent: graph-service\nDisallow: /private\nUser-agent: *\nDisallow: /"
    ours.answers |= {"/robots.txt": Answer(rules), "/page": Answer(page("Ships"), Content_Type="text/html")}
    ours.answers["/private"] = ours.answers["/page"]
    ours.answers["/moved"] = moved("/private")
    async with fetcher(ours) as fetching:
        await fetching.get(ours.url("/page"))
        for path in ("/private", "/moved"):
            with pytest.raises(FetchRefused, match=r"robots\.txt"):
                await fetching.get(ours.url(path))
    assert [path for path, _ in ours.requests] == ["/robots.txt", "/page", "/moved"]
    async with fetcher(ours, user_agent="other") as fetching:
        with pytest.raises(FetchRefused):
            await fetching.get(ours.url("/page"))
    async with fetcher(ours, fetch_robots=False) as fetching:
        await fetching.get(ours.url("/private"))
    assert {headers["user-agent"] for _, headers in ours.requests} == {"graph-service", "other"}


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False), (503, False), (429, False)])
async def test_a_robots_txt_that_cannot_be_read(ours: Site, status: int, allowed: bool) -> None:
    ours.answers |= {"/robots.txt": Answer(status=status), "/": Answer(page("Ships"), Content_Type="text/html")}
    async with fetcher(ours) as fetching:
        if allowed:
            await fetching.get(ours.url())
        else:
            with pytest.raises(FetchFailed, match=r"robots\.txt could not be read"):
                await fetching.get(ours.url())


async def test_a_long_robots_txt_is_cut_off(ours: Site) -> None:
    rules = b"User-agent: *\nDisallow: /private\n" + b"# nothing\n" * 100_000
    ours.answers |= {"/robots.txt": Answer(rules), "/": Answer(page("Ships"), Content_Type="text/html")}
    async with fetcher(ours) as fetching:
        await fetching.get(ours.url())
        with pytest.raises(FetchRefused):
            await fetching.get(ours.url("/private"))


async def test_one_request_at_a_time_and_a_pause_between(ours: Site) -> None:
    times: list[float] = []
    busy = 0

    def slow() -> Iterator[bytes]:
        nonlocal busy
        busy += 1
        times.append(time.monotonic())
        assert busy == 1
        time.sleep(0.1)
        busy -= 1
        yield b"<html>"

    ours.answers["/"] = Answer.drip(slow, Content_Type="text/html")
    ours.answers["/robots.txt"] = Answer(b"User-agent: *\nCrawl-delay: 0.4")
    async with fetcher(ours, fetch_delay=0.2) as fetching:
        await asyncio.gather(*(fetching.get(ours.url()) for _ in range(3)))
    gaps = [later - sooner for sooner, later in pairwise(times)]
    assert len(gaps) == 2
    assert min(gaps) >= 0.4


async def test_only_changes_are_asked_for(ours: Site) -> None:
    ours.answers["/"] = Answer(page("Ships"), Content_Type="text/html; charset=UTF-8", ETag='"a"')
    async with fetcher(ours) as fetching:
        first = await fetching.get(ours.url())
        assert (first.media_type, first.charset, first.not_modified) == ("text/html", "utf-8", False)
        second = await fetching.get(ours.url(), first.validators)
        assert (second.not_modified, second.content) == (True, b"")
        third = await fetching.get(ours.url(), Validators('"old"', "Mon, 01 Jan 2030 00:00:00 GMT"))
        assert third.content == first.content
    assert ours.requests[-1][1]["if-modified-since"] == "Mon, 01 Jan 2030 00:00:00 GMT"


@pytest.mark.parametrize("etag", ["\xe9", "x" * 600, "a\x7f"])
async def test_an_odd_etag_is_left_aside(ours: Site, etag: str) -> None:
    ours.answers["/"] = Answer(page("Ships"), Content_Type="text/html", ETag=etag)
    async with fetcher(ours) as fetching:
        first = await fetching.get(ours.url())
        assert first.etag is None
        assert (await fetching.get(ours.url(), Validators(etag))).content == first.content


async def test_a_304_that_was_not_asked_for_is_an_error(ours: Site) -> None:
    ours.answers["/"] = Answer(status=304)
    async with fetcher(ours) as fetching:
        with pytest.raises(FetchFailed, match="304"):
            await fetching.get(ours.url())


async def test_nothing_is_carried_from_one_request_to_the_next(ours: Site) -> None:
    ours.answers["/"] = Answer(page("Ships"), Content_Type="text/html", Set_Cookie="who=me; Path=/")
    async with fetcher(ours) as fetching:
        for _ in range(2):
            await fetching.get(ours.url())
    assert all("cookie" not in headers and "referer" not in headers for _, headers in ours.requests)
    assert ours.accepted == 3


async def test_packed_pages_are_unpacked(ours: Site) -> None:
    ours.answers["/"] = packed(page("Ships"))
    async with fetcher(ours) as fetching:
        assert (await fetching.get(ours.url())).content == page("Ships")


async def test_keys_in_urls_are_not_logged(ours: Site, caplog: pytest.LogCaptureFixture) -> None:
    ours.answers["/?key=sesame"] = Answer(page("Ships"), Content_Type="text/html")
    with caplog.at_level(logging.INFO):
        async with fetcher(ours) as fetching:
            await fetching.get(ours.url("/?key=sesame"))
    assert "sesame" not in caplog.text


# --- certificates -----------------------------------------------------------------------------------------------------


def certified(folder: Path, host: str) -> Path:
    """A file with a key and a certificate that it signs itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, host)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), 1, now - timedelta(days=1), now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "both.pem"
    path.write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) + certificate.public_bytes(Encoding.PEM)
    )
    return path


async def test_the_certificate_is_that_of_the_name(ours: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pem = certified(tmp_path, HOST)
    theirs = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    theirs.load_cert_chain(pem)
    ours.answers["/"] = Answer(page("Ships"), Content_Type="text/html")
    ours.encrypt(theirs)
    url = ours.url().replace("http:", "https:")
    async with fetcher(ours) as fetching:
        with pytest.raises(FetchFailed):
            await fetching.get(url)
    monkeypatch.setattr(
        "graph_service.inputs.fetch.connections._trusted", lambda: ssl.create_default_context(cafile=pem)
    )
    async with fetcher(ours, fetch_allowed="127.0.0.1") as fetching:
        assert (await fetching.get(url)).content == page("Ships")
        with pytest.raises(FetchFailed):
            await fetching.get(url.replace(HOST, "other.example"))
