"""``/ingest``: bringing articles in, and watching how far they are."""

from fastapi import Request, Response

from graph_service.api.dependencies import StoreDep
from graph_service.api.explorer.address import Address
from graph_service.api.explorer.rendering import page, page_router
from graph_service.api.questions import refuse_unknown
from graph_service.queries import catalogue

_NEWEST = 20
_KNOWN = {"job": str}
router = page_router()


@router.get("/ingest")
async def ingest(request: Request, store: StoreDep) -> Response:
    """A place to drop files, a URL or a text; with ``job``, how far that one is."""
    refuse_unknown(request, _KNOWN)
    job = Address.of(request).given("job")
    if not job:
        jobs = await store.read(catalogue("jobs")["jobs"], {"limit": _NEWEST})
        return page(request, "ingest.html", jobs=jobs)
    row = await store.jobs.show(job)
    items = await store.read(catalogue("jobs")["job_items"], {"job": job, "limit": 100})
    return page(request, "job.html", job=row, items=items)
