"""A service in this process on a real socket, for clients that are not asynchronous."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import uvicorn

from graph_service.api.app import create_app
from graph_service.settings import Settings


@contextmanager
def serving(settings: Settings) -> Iterator[str]:
    """The address of a service with these settings."""
    server = uvicorn.Server(uvicorn.Config(create_app(settings), log_level="warning", access_log=False))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        # as `serve` does: without it the body of an answer waits 40 ms behind its head
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        thread = Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            while not server.started and thread.is_alive():
                time.sleep(0.05)
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
