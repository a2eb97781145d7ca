"""The rows of a question as JSON or CSV."""

from collections.abc import AsyncIterator

from fastapi.responses import JSONResponse, Response, StreamingResponse

from graph_service.api.questions import CSV_TYPE, Question, check_entities
from graph_service.export import csv_header, csv_text, walk
from graph_service.queries import Query
from graph_service.store import GraphStore

#: lines that are sent at once
_CHUNK = 500
_HEADERS = {"Vary": "Accept"}
Rows = AsyncIterator[dict[str, object]]


async def answer(question: Question, store: GraphStore) -> Response:
    """One page as JSON; as CSV all rows, or as many as the question's limit says."""
    if question.csv:
        return await _csv(question, store)
    rows = await store.read(question.query, question.raw)
    if not rows:
        await check_entities(question, store)
    return page(rows, question.next_page(rows))


def page(rows: list[dict[str, object]], following: str | None) -> Response:
    """Rows as JSON, with the address of the page behind them."""
    link = {"Link": f'<{following}>; rel="next"'} if following else {}
    return JSONResponse({"rows": rows, "next": following}, headers=_HEADERS | link)


async def _csv(question: Question, store: GraphStore) -> Response:
    query = question.query
    rows = walk(store, query, question.raw, question.most) if query.pages else _read(question, store)
    # what fails at once fails with a problem, and not in the middle of an answer
    first = await anext(rows, None)
    if first is None:
        await check_entities(question, store)
    return csv_file(query, [first] if first else [], rows)


def csv_file(query: Query, held: list[dict[str, object]], rows: Rows) -> Response:
    """Rows of a query as a file of CSV: those that are held already, then the others as they come."""
    disposition = {"Content-Disposition": f'attachment; filename="{query.name}.csv"'}
    lines = _lines(query.returns, held, rows)
    return StreamingResponse(lines, media_type=CSV_TYPE, headers=_HEADERS | disposition)


async def _read(question: Question, store: GraphStore) -> Rows:
    for row in await store.read(question.query, question.raw):
        yield row


async def _lines(columns: tuple[str, ...], held: list[dict[str, object]], rows: Rows) -> AsyncIterator[str]:
    yield csv_header(columns)
    async for row in rows:
        held.append(row)
        if len(held) >= _CHUNK:
            yield csv_text(held, columns)
            held.clear()
    yield csv_text(held, columns)
