"""The web pages in a WARC file."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from graph_service.errors import ArticleTooLarge, BadArticle
from graph_service.inputs.extras import extra

_PAGES = {"text/html", "application/xhtml+xml"}
_OK = 200
_LONGEST_URL = 2_000
_ADVICE = "Split it, or raise GRAPH_SERVICE_MAX_ARCHIVE_BYTES."


class Archived(NamedTuple):
    """A page that was archived, or why it cannot be read."""

    url: str
    page: bytes | BadArticle
    charset: str | None = None


def pages(where: Path, largest: int, most: int) -> Iterator[Archived | None]:
    """The web pages in a WARC file, packed or not, of each at most ``largest`` bytes; None for what else is in it.

    Redirects, errors and images are passed over, and all together has at most ``most`` bytes.

    Raises:
        BadArticle: the file is damaged, or holds more.
    """
    with extra("inputs"):
        from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType  # noqa: PLC0415  (only the sandbox)

    def archived(record: WarcRecord) -> Archived | None:
        if record.record_type is WarcRecordType.response and record.http_headers.status_code != _OK:
            return None
        if (record.http_content_type or "").lower() not in _PAGES or record.reader is None:
            return None
        url = str(record.headers.get("WARC-Target-URI") or "")[:_LONGEST_URL].strip("<>")
        page = record.reader.read(largest + 1)
        if len(page) > largest:
            return Archived(url, ArticleTooLarge(f"It has over {largest:,} bytes."))
        return Archived(url, page, record.http_charset)

    left = most
    with where.open("rb") as stream:
        kinds = WarcRecordType.response | WarcRecordType.resource
        for record in ArchiveIterator(stream, record_types=kinds, auto_decode="all", fsspec_args=False):
            left -= record.content_length
            if left < 0:
                raise BadArticle(f"The archive holds over {most:,} bytes.", advice=_ADVICE)
            yield archived(record)
