"""Compressed bodies, unpacked a bounded piece at a time: a small body can become a huge one."""

import zlib
from collections.abc import Iterator
from typing import Protocol

from graph_service.errors import FetchFailed
from graph_service.inputs.extras import extra

with extra("inputs"):
    import brotli

_PIECE = 256 * 1024
#: asked for; what comes packed in another way, or twice, is refused
ACCEPTED = "gzip, deflate, br"


class Decoder(Protocol):
    """Unpacks a body; no piece is larger than a bound, however much is packed in it."""

    def decode(self, data: bytes) -> Iterator[bytes]:
        """The next pieces of the body."""
        ...


def decoder(encoding: str) -> Decoder:
    """What unpacks a body with this ``Content-Encoding``.

    Raises:
        FetchFailed: nothing does.
    """
    name = encoding.strip().lower()
    if name in {"", "identity"}:
        return _Plain()
    if name in {"gzip", "x-gzip"}:
        return _Zlib(zlib.MAX_WBITS | 16)
    if name == "deflate":
        return _Zlib(zlib.MAX_WBITS)
    if name == "br":
        return _Brotli()
    raise FetchFailed("The server packs the page in a way that was not asked for.")


class _Plain:
    def decode(self, data: bytes) -> Iterator[bytes]:
        yield data


class _Zlib:
    def __init__(self, window: int) -> None:
        self._window = window
        self._unpack = zlib.decompressobj(window)
        self._begun = False

    def decode(self, data: bytes) -> Iterator[bytes]:
        if not self._begun and data:
            self._begin(data)
        try:
            yield from self._pieces(data)
        except zlib.error:
            raise FetchFailed("The page is packed wrongly.") from None

    def _pieces(self, data: bytes) -> Iterator[bytes]:
        while True:
            if self._unpack.eof:
                data = self._unpack.unused_data or data
                if not data.strip(b"\x00"):
                    return
                # several gzip files one after the other are one
                self._unpack = zlib.decompressobj(self._window)
            piece = self._unpack.decompress(data, _PIECE)
            yield piece
            data = self._unpack.unconsumed_tail
            if not data and len(piece) < _PIECE and not self._unpack.unused_data:
                return

    def _begin(self, data: bytes) -> None:
        self._begun = True
        # some servers send bare deflate, without the two bytes of zlib before it
        if self._window == zlib.MAX_WBITS and data[0] & 0x0F != zlib.DEFLATED:
            self._window = -zlib.MAX_WBITS
            self._unpack = zlib.decompressobj(self._window)


class _Brotli:
    def __init__(self) -> None:
        self._unpack = brotli.Decompressor()

    def decode(self, data: bytes) -> Iterator[bytes]:
        try:
            while piece := self._unpack.process(data, output_buffer_limit=_PIECE):
                yield piece
                data = b""
        except brotli.error:
            raise FetchFailed("The page is packed wrongly.") from None


def gunzip(data: bytes, limit: int) -> bytes:
    """What is packed in a gzip file, at most so many bytes.

    Raises:
        FetchFailed: it is more, or damaged.
    """
    unpacked = bytearray()
    for piece in decoder("gzip").decode(data):
        unpacked += piece
        if len(unpacked) > limit:
            raise FetchFailed(f"It has over {limit:,} bytes.")
    return bytes(unpacked)
