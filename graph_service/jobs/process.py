"""A worker as a process of its own, which ends when it is told to, or when the process that started it does."""

import asyncio
import signal
import sys
from contextlib import suppress

from graph_service.jobs.worker import Worker, worker_name
from graph_service.settings import Settings
from graph_service.store import GraphStore
from graph_service.workers import in_thread


async def work(settings: Settings, *, supervised: bool = False) -> None:
    """Works until SIGTERM or Ctrl-C; the item that is read at that moment goes back to the others.

    A supervised worker ends when its standard input does, which is when its supervisor is gone, however it went.

    Raises:
        SchemaError, ModelMissing, BadKnowledgeFile, ServerStartFailed: it cannot work here.
    """
    async with GraphStore.open(settings) as store:
        worker = asyncio.create_task(Worker(worker_name(), store, settings).run())
        loop = asyncio.get_running_loop()
        for sign in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(sign, worker.cancel)
        if supervised:
            alone = asyncio.create_task(in_thread(sys.stdin.buffer.read))
            alone.add_done_callback(lambda _: worker.cancel())
        with suppress(asyncio.CancelledError):
            await worker
