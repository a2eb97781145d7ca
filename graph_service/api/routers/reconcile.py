"""``/reconcile``: names in a table become entities of the graph, in OpenRefine and all that speaks its protocol."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse

from graph_service.api.access import require
from graph_service.api.dependencies import Service, ServiceDep, StoreDep
from graph_service.api.openapi import described
from graph_service.api.questions import refuse_unknown
from graph_service.api.reconciliation import (
    manifest,
    queries_of_form,
    read_queries,
    result,
    suggested,
    suggested_types,
)
from graph_service.keys import Scope
from graph_service.knowledge import load
from graph_service.matching import match
from graph_service.queries import catalogue
from graph_service.store import GraphStore

_Batch = Annotated[str | None, Query(description='A batch: `{"q0": {"query": "Zelenskiy", "type": "Person"}}`.')]
_Prefix = Annotated[str, Query(min_length=1, max_length=1000, description="How a name begins.")]
router = APIRouter(prefix="/reconcile", tags=["reconcile"], responses=described(413, 422, 503, 504))


async def _only_prefix(request: Request) -> None:
    refuse_unknown(request, {"prefix": str, "cursor": int})


@router.get("", summary="What the reconciliation service is, or a batch of names.")
async def reconcile(request: Request, service: ServiceDep, queries: _Batch = None) -> JSONResponse:
    """W3C Reconciliation Service API 0.2. In OpenRefine: Reconcile, Start reconciling, Add standard service."""
    refuse_unknown(request, {"queries": str})
    if queries is None:
        return JSONResponse(manifest(str(request.base_url).rstrip("/")))
    return JSONResponse(await _answers(queries, service, await service.graph.ready()))


@router.post("", summary="A batch of names, as a form.", dependencies=[require(Scope.READ)])
async def reconcile_form(request: Request, service: ServiceDep, store: StoreDep) -> JSONResponse:
    """The field `queries` of an `application/x-www-form-urlencoded` body holds the batch."""
    raw = queries_of_form(await request.body())
    if raw is None:
        return JSONResponse(manifest(str(request.base_url).rstrip("/")))
    return JSONResponse(await _answers(raw, service, store))


@router.get("/suggest/entity", summary="Entities that begin so.", dependencies=[Depends(_only_prefix)])
async def suggest_entity(store: StoreDep, prefix: _Prefix) -> JSONResponse:
    """For who types a name into a cell."""
    return JSONResponse(suggested(await store.read(catalogue()["suggest_entities"], {"name": prefix})))


@router.get("/suggest/type", summary="Types that begin so.", dependencies=[Depends(_only_prefix)])
async def suggest_type(prefix: _Prefix) -> JSONResponse:
    """For who chooses a type for a column."""
    return JSONResponse(suggested_types(prefix))


async def _answers(raw: str, service: Service, store: GraphStore) -> dict[str, object]:
    knowledge = load(service.settings.extraction.knowledge)
    asked = read_queries(raw)
    found = await asyncio.gather(*(match(store, each.wanted(), knowledge, each.most) for each in asked.values()))
    return {name: {"result": [result(each) for each in listed]} for name, listed in zip(asked, found, strict=True)}
