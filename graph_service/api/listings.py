"""A named query as an address: its parameters, its rows as JSON or CSV, its place in the OpenAPI document."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from graph_service.api.answers import answer
from graph_service.api.dependencies import StoreDep
from graph_service.api.openapi import list_operation, record_operation
from graph_service.api.questions import FORMATS, check_entities, read_question
from graph_service.errors import NotFound
from graph_service.queries import Query, catalogue

#: what is asked before a listing, as `Depends(…)`
Dependencies = Sequence[Any]


def add_listing(router: APIRouter, path: str, name: str, group: str = "read", first: Dependencies = ()) -> None:
    """Serves the rows of a query at ``path``, and at the same with ``.json`` and ``.csv`` behind it."""
    query = catalogue(group)[name]
    route = _listing(query)
    operation = list_operation(router.prefix + path, query)
    router.add_api_route(path, route, summary=query.summary, dependencies=[*first], **operation)
    for suffix in FORMATS:
        router.add_api_route(f"{path}.{suffix}", route, include_in_schema=False, dependencies=[*first])


def _listing(query: Query) -> Callable[..., Awaitable[Response]]:
    async def listing(request: Request, store: StoreDep) -> Response:
        return await answer(await read_question(request, query, store), store)

    return listing


def add_record(router: APIRouter, path: str, name: str, group: str = "read") -> None:
    """Serves the only row of a query at ``path``."""
    query = catalogue(group)[name]
    router.add_api_route(path, _record(query), summary=query.summary, **record_operation(router.prefix + path, query))


def _record(query: Query) -> Callable[..., Awaitable[Response]]:
    async def record(request: Request, store: StoreDep) -> Response:
        question = await read_question(request, query, store, listing=False)
        rows = await store.read(query, question.raw)
        if not rows:
            await check_entities(question, store)
            raise NotFound(f"There is no {query.name} {' '.join(map(str, question.raw.values()))}.")
        return JSONResponse(rows[0])

    return record
