"""``/v1/search``: statements by their words and by what they mean."""

from collections.abc import AsyncIterator

from fastapi import APIRouter, Request, Response

from graph_service.api.answers import csv_file, page
from graph_service.api.dependencies import StoreDep
from graph_service.api.openapi import list_operation
from graph_service.api.questions import FORMATS, check_entities, read_question
from graph_service.search import place_behind, search, search_query

router = APIRouter(prefix="/v1", tags=["statements"])


async def _search(request: Request, store: StoreDep) -> Response:
    question = await read_question(request, search_query(), store)
    rows = await search(store, question.raw)
    if not rows:
        await check_entities(question, store)
    if question.csv:
        return csv_file(question.query, rows, _nothing())
    behind = place_behind(question.raw, rows)
    return page(rows, question.page_behind(behind) if behind else None)


async def _nothing() -> AsyncIterator[dict[str, object]]:
    nothing: tuple[dict[str, object], ...] = ()
    for row in nothing:
        yield row


router.add_api_route("/search", _search, summary=search_query().summary, **list_operation("/v1/search", search_query()))
for _suffix in FORMATS:
    router.add_api_route(f"/search.{_suffix}", _search, include_in_schema=False)
