"""``/v1/jobs``: articles by the thousand, read by workers; what was taken is not lost."""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Request, Response
from fastapi.sse import EventSourceResponse, ServerSentEvent

from graph_service.api.access import require
from graph_service.api.dependencies import ServiceDep, StoreDep, no_parameters
from graph_service.api.job_rows import JobRow
from graph_service.api.listings import add_listing, add_record
from graph_service.api.openapi import described
from graph_service.api.submissions import REQUEST_BODY, JobReceipt, submitted
from graph_service.errors import StoreUnavailable
from graph_service.keys import Scope

_EVENT_SECONDS = 1.0
_OVER = frozenset({"done", "cancelled"})
_Key = Annotated[
    str | None,
    Header(min_length=1, max_length=255, description="Any text of your own: the same one again makes no second job."),
]


async def _existing(request: Request, store: StoreDep) -> str:
    # what is not there is said before the answer begins
    job: str = request.path_params["job"]
    await store.jobs.check(job)
    return job


router = APIRouter(prefix="/v1", tags=["jobs"])
add_listing(router, "/jobs", "jobs", group="jobs")
add_record(router, "/jobs/{job}", "job", group="jobs")
add_listing(router, "/jobs/{job}/items", "job_items", group="jobs", first=[Depends(_existing)])


@router.post(
    "/jobs",
    status_code=202,
    summary="Take sources to be read.",
    dependencies=[require(Scope.INGEST), Depends(no_parameters)],
    responses=described(409, 413, 415, 422, 429, 503),
    openapi_extra={"requestBody": REQUEST_BODY},
)
async def submit(
    request: Request, response: Response, service: ServiceDep, store: StoreDep, idempotency_key: _Key = None
) -> JobReceipt:
    """Answers when everything is kept safe, and before it is read; `Location` says how far it is."""
    items, source = await submitted(request, service.settings)
    receipt = await store.jobs.submit(items, source, idempotency_key)
    address = f"/v1/jobs/{receipt.job}"
    response.headers["Location"] = address
    return JobReceipt(job=receipt.job, address=address, created_at=receipt.created_at)


@router.post(
    "/jobs/{job}/cancel",
    summary="Begin nothing more of a job.",
    dependencies=[require(Scope.INGEST), Depends(no_parameters)],
    responses=described(404, 422, 503),
)
async def cancel(job: str, store: StoreDep) -> JobRow:
    """What a worker is at it finishes; what is in the graph stays."""
    await store.jobs.cancel(job)
    return JobRow.model_validate(await store.jobs.show(job))


@router.post(
    "/jobs/{job}/retry",
    summary="Try the failed items of a job again.",
    dependencies=[require(Scope.INGEST), Depends(no_parameters)],
    responses=described(404, 422, 503),
)
async def retry(job: str, store: StoreDep) -> JobRow:
    """A line that was no article is not tried again: it stays what it is."""
    await store.jobs.retry(job)
    return JobRow.model_validate(await store.jobs.show(job))


@router.get(
    "/jobs/{job}/events",
    summary="How far a job is, again and again.",
    dependencies=[Depends(no_parameters), Depends(_existing)],
    response_class=EventSourceResponse,
    responses=described(404, 422, 503),
)
async def events(job: str, store: StoreDep) -> AsyncIterator[ServerSentEvent]:
    """Server-sent events `progress` with the job's row whenever it changed, and `end` with the last one.

    While Neo4j is away nothing comes, and then it goes on.
    """
    last: dict[str, object] = {}
    while last.get("state") not in _OVER:
        try:
            row = await store.jobs.show(job)
        except StoreUnavailable:
            row = last
        if row != last:
            over = row["state"] in _OVER
            yield ServerSentEvent(data=row, event="end" if over else "progress")
            last = row
        await asyncio.sleep(0 if last.get("state") in _OVER else _EVENT_SECONDS)
