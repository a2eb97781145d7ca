"""Traces go where OpenTelemetry's own settings say, and hold no secret."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from graph_service.settings import Settings
from tests.running import running

pytestmark = pytest.mark.anyio


async def test_a_request_is_traced(monkeypatch: pytest.MonkeyPatch) -> None:
    received: list[bytes] = []

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received.append(self.rfile.read(int(self.headers["content-length"])))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    with HTTPServer(("127.0.0.1", 0), Collector) as collector:
        thread = threading.Thread(target=collector.serve_forever)
        thread.start()
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", f"http://127.0.0.1:{collector.server_port}")
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_COMPRESSION", "none")
        async with running(Settings(_env_file=None, NEO4J_URI="bolt://127.0.0.1:9", telemetry=True)) as client:
            await client.get("/v1/nothing", headers={"Authorization": "Bearer gsk_secret"})
        collector.shutdown()
        thread.join()
    sent = b"".join(received)
    assert b"/v1/nothing" in sent
    assert b"gsk_secret" not in sent
