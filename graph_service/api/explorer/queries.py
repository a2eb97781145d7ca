"""``/queries``: the public catalogue, each query with a form."""

from typing import Any

from fastapi import Request, Response

from graph_service.api.dependencies import StoreDep
from graph_service.api.explorer.address import Address
from graph_service.api.explorer.asking import answer, ask, following
from graph_service.api.explorer.rendering import page, page_router, wants_page
from graph_service.api.explorer.snippets import snippets
from graph_service.browser import saved_query
from graph_service.errors import BadParameter, MissingParameter
from graph_service.queries import Query, catalogue

router = page_router()


@router.get("/queries")
async def queries(request: Request) -> Response:
    """All of them."""
    return page(request, "queries.html", queries=list(catalogue().values()))


@router.get("/queries/{name}")
async def query(name: str, request: Request, store: StoreDep) -> Response:
    """The form of one, and its rows once all that it needs is given."""
    found = catalogue()[name]
    here = Address.of(request)
    missing = [param for param in found.params if param.required and not here.given(param.name)]
    if missing and not here.params:
        return _shown(request, found)
    try:
        question = await ask(request, found, store, **dict(here.params))
    except (BadParameter, MissingParameter) as error:
        if not wants_page(request):
            raise
        return _shown(request, found, status=422, trouble=str(error))
    rows = await answer(question, store)
    return _shown(
        request,
        found,
        rows=rows,
        following=following(question, rows, here),
        snippets=snippets(request, question, f"/v1/queries/{name}"),
    )


def _shown(request: Request, found: Query, *, status: int = 200, **values: Any) -> Response:
    here = Address.of(request)
    nothing: dict[str, Any] = {"rows": None, "following": "", "trouble": "", "snippets": ()}
    examples = {param.name: param.example for param in found.params if param.example is not None}
    return page(
        request,
        "query.html",
        status,
        query=found,
        example=Address(here.path).replacing(**examples) if examples else None,
        csv=here.replacing().at(f"/v1/queries/{found.name}.csv"),
        json=here.at(f"/v1/queries/{found.name}.json"),
        cypher=saved_query(found),
        **{**nothing, **values},
    )
