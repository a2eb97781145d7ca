"""``/statements/{id}/correct`` and ``/judgements``: saying that something is wrong, and taking that back.

The forms are sent by the script beside them, as JSON to the API: no other site can do that in somebody's name.
"""

from fastapi import Request, Response

from graph_service.api.dependencies import StoreDep
from graph_service.api.explorer.address import Address
from graph_service.api.explorer.asking import answer, ask, following
from graph_service.api.explorer.rendering import page, page_router
from graph_service.api.questions import refuse_unknown
from graph_service.errors import NotFound
from graph_service.queries import catalogue
from graph_service.store import GraphStore

_MOST = 500
router = page_router()


@router.get("/statements/{statement}/correct")
async def correct(statement: str, request: Request, store: StoreDep) -> Response:
    """What a statement says of who said what about whom, and a form for each thing that may be wrong."""
    refuse_unknown(request, {})
    found = await store.read(catalogue()["statement"], {"statement": statement})
    judgements = await _judgements(store, found[0] if found else {}, statement)
    if not found and not judgements:
        raise NotFound(f"There is no statement {statement}.")
    return page(request, "correct.html", statement=statement, record=found[0] if found else None, judgements=judgements)


@router.get("/judgements")
async def judgements(request: Request, store: StoreDep) -> Response:
    """What people decided, each with who, when and why, and a button that takes it back."""
    here = Address.of(request)
    question = await ask(request, catalogue()["judgements"], store, **dict(here.params))
    rows = await answer(question, store)
    return page(request, "judgements.html", rows=rows, following=following(question, rows, here))


async def _judgements(store: GraphStore, record: dict[str, object], statement: str) -> list[dict[str, object]]:
    """Those that hold about a statement; a newer extractor may have given it another id since."""
    asked = {"article": record["article"]} if record else {"statement": statement}
    listed = await store.read(catalogue()["judgements"], {**asked, "active": True, "limit": _MOST})
    applied = record.get("judgements")
    return [row for row in listed if row["id"] in applied] if isinstance(applied, list) else listed
