"""Workers for tests, and waiting for what they do."""

import asyncio
from contextlib import suppress

from graph_service.jobs import Worker
from graph_service.settings import Settings
from graph_service.store import GraphStore
from graph_service.store.jobs import NewItem


async def until(store: GraphStore, job: str, *states: str) -> dict[str, object]:
    """How far a job is, as soon as it is in one of these states."""
    async with asyncio.timeout(120):
        while (row := await store.jobs.show(job))["state"] not in states:  # noqa: ASYNC110  (no event tells of it)
            await asyncio.sleep(0.1)
    return row


async def stopped(task: asyncio.Task[None]) -> None:
    """Ends a worker."""
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def worked_off(store: GraphStore, settings: Settings, *items: NewItem) -> tuple[str, dict[str, object]]:
    """A job of these items, done by one worker: its id, and how it went."""
    job = (await store.jobs.submit(items, "a test")).job
    task = asyncio.create_task(Worker("worker", store, settings).run())
    row = await until(store, job, "done")
    await stopped(task)
    return job, row
