"""``/graph``: who has to do with whom, as a picture and as a table."""

from fastapi import Request, Response

from graph_service.api.dependencies import StoreDep
from graph_service.api.explorer.address import Address
from graph_service.api.explorer.asking import answer, ask
from graph_service.api.explorer.rendering import page, page_router
from graph_service.models import RelationType
from graph_service.queries import catalogue

#: who speaks about whom is drawn beside the relations
_TYPES = ("SPEAKS_ABOUT", *RelationType)
router = page_router()


@router.get("/graph")
async def graph(request: Request, store: StoreDep) -> Response:
    """The links around an entity, in an article, or of all; the picture is drawn from the same rows as the table."""
    here = Address.of(request)
    question = await ask(request, catalogue()["graph"], store, **dict(here.params))
    rows = await answer(question, store)
    middle = str(question.raw.get("entity") or "")
    return page(
        request,
        "graph.html",
        rows=rows,
        types=_TYPES,
        middle_id=middle,
        name=next((row[end] for row in rows for end in ("from", "to") if row[f"{end}_id"] == middle), middle),
        source=here.replacing(entity=middle).at("/v1/graph"),
        source_csv=here.replacing(entity=middle).at("/v1/graph.csv"),
    )
