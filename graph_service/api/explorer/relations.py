"""``/relations/{id}``: what two entities have to do with each other, and every place that says so."""

import asyncio

from fastapi import Request, Response

from graph_service.api.dependencies import StoreDep
from graph_service.api.explorer.address import Address
from graph_service.api.explorer.asking import answer, ask, following, one
from graph_service.api.explorer.rendering import page, page_router
from graph_service.api.explorer.snippets import snippets
from graph_service.api.questions import refuse_unknown
from graph_service.queries import catalogue

router = page_router()


@router.get("/relations/{relation}")
async def relation(relation: str, request: Request, store: StoreDep) -> Response:
    """One relation with its evidence."""
    refuse_unknown(request, {"cursor": str})
    here = Address.of(request)
    query = catalogue()["relation_evidence"]
    (_, record), evidence = await asyncio.gather(
        one(request, "relation", store, relation=relation),
        ask(request, query, store, relation=relation, cursor=here.given("cursor")),
    )
    rows = await answer(evidence, store)
    return page(
        request,
        "relation.html",
        relation=record,
        rows=rows,
        following=following(evidence, rows, here),
        snippets=snippets(request, evidence, f"/v1/queries/{query.name}"),
    )
