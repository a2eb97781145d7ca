"""``/timeline``: how much was said over time, by whom, about what."""

from fastapi import Request, Response

from graph_service.api.dependencies import StoreDep
from graph_service.api.explorer.address import Address
from graph_service.api.explorer.asking import answer, ask
from graph_service.api.explorer.charts import chart
from graph_service.api.explorer.rendering import page, page_router
from graph_service.api.explorer.snippets import snippets
from graph_service.queries import catalogue

_NAME = "statements_over_time"
router = page_router()


@router.get("/timeline")
async def timeline(request: Request, store: StoreDep) -> Response:
    """Statements per period."""
    here = Address.of(request)
    question = await ask(request, catalogue()[_NAME], store, **dict(here.params))
    rows = await answer(question, store)
    bound = question.query.bind(question.raw)
    # what the bars lead to: the same filters, without the length of a period
    statements = here.at("/").replacing(bucket=None)
    return page(
        request,
        "timeline.html",
        rows=rows,
        chart=chart(rows, str(bound["bucket"])),
        bucket=bound["bucket"],
        buckets=next(param.choices for param in question.query.params if param.name == "bucket"),
        statements=statements,
        csv=here.at(f"/v1/queries/{_NAME}.csv"),
        snippets=snippets(request, question, f"/v1/queries/{_NAME}"),
    )
