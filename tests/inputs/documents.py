"""Documents of every kind for tests, written byte by byte."""

import gzip

SENTENCES = (
    "The harbour master said on Monday that no ship would leave before the tide had turned.",
    "“We are waiting for the pilots,” she told the crew of the ferry to the islands.",
    "The owners of the ferry denied that anybody had been paid to stay in the port.",
)


def pdf(*lines: str, catalog: str = "") -> bytes:
    """A PDF of one page with these lines."""
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 12 Tf 50 780 Td {shown} ET".encode("cp1252", "replace")
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica"
        b" /Encoding /WinAnsiEncoding >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + b"xref\n0 5\n0000000000 65535 f \n%strailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(body),
    )


def warc_record(url: str, body: bytes, kind: str = "response", status: str = "200 OK", **headers: str) -> bytes:
    """One record of a WARC file."""
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    http = f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body if kind == "response" else body
    media = "application/http; msgtype=response" if kind == "response" else headers.get("Content_Type", "text/plain")
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-03-04T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: {media}\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def warc(*records: bytes, packed: bool = False) -> bytes:
    """A WARC file of these records."""
    return b"".join(gzip.compress(each) if packed else each for each in records)


def mail(body: str, **headers: str) -> bytes:
    """An e-mail."""
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return (lines + "\r\n" + body).encode()
