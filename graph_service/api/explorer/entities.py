"""``/entities``: who and what is in the graph; each with what it said and what was said of it."""

import asyncio
from typing import Any

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from graph_service.api.dependencies import StoreDep
from graph_service.api.explorer import address
from graph_service.api.explorer.address import Address
from graph_service.api.explorer.asking import answer, ask, following, one, rows_of
from graph_service.api.explorer.charts import Chart, chart
from graph_service.api.explorer.rendering import page, page_router
from graph_service.api.explorer.snippets import snippets
from graph_service.api.questions import refuse_unknown
from graph_service.matching import suggest_merges
from graph_service.queries import catalogue
from graph_service.store import GraphStore

#: what a page shows of an entity's statements: the filter behind each
TABS = {"by": "speaker", "about": "about", "to": "to", "reported": "reported_by"}
_ROWS, _BESIDE, _PAIRS = 25, 8, 500
router = page_router()


@router.get("/entities")
async def entities(request: Request, store: StoreDep) -> Response:
    """Entities by name and kind."""
    here = Address.of(request)
    question = await ask(request, catalogue()["entities"], store, **dict(here.params))
    rows = await answer(question, store)
    return page(
        request,
        "entities.html",
        rows=rows,
        following=following(question, rows, here),
        snippets=snippets(request, question, "/v1/entities"),
    )


@router.get("/entities/{entity}")
async def entity(entity: str, request: Request, store: StoreDep, tab: str = "") -> Response:
    """One entity: names, roles, relations, and its statements under a tab."""
    refuse_unknown(request, {"tab": str, "cursor": str})
    here = Address.of(request)
    question, record = await one(request, "entity", store, entity=entity)
    if record["id"] != entity:
        return RedirectResponse(address.to("entities", record["id"]), 307)
    shown = tab if tab in TABS else _fullest(record)
    asked = {TABS[shown]: entity, "limit": _ROWS, "cursor": here.given("cursor")}
    statements = await ask(request, catalogue()["statements"], store, **asked)
    rows, beside = await asyncio.gather(answer(statements, store), _beside(store, entity))
    return page(
        request,
        "entity.html",
        entity=record,
        tab=shown,
        filter=TABS[shown],
        rows=rows,
        following=following(statements, rows, here),
        snippets=snippets(request, question, f"/v1/entities/{entity}"),
        **beside,
    )


@router.get("/entities/{entity}/duplicates")
async def duplicates(entity: str, request: Request, store: StoreDep) -> Response:
    """Who else the entity may be; compares it with the whole graph, so it has a page of its own."""
    refuse_unknown(request, {})
    _, record = await one(request, "entity", store, entity=entity)
    pairs = [each for each in await suggest_merges(store, _PAIRS) if record["id"] in (each.entity, each.other)]
    return page(request, "duplicates.html", entity=record, pairs=pairs)


def _fullest(record: dict[str, Any]) -> str:
    return "by" if record["statements"] or not record["statements_about"] else "about"


async def _beside(store: GraphStore, entity: str) -> dict[str, Any]:
    """What stands beside the statements."""
    speaks_of, spoken_of_by, relations, said, told = await asyncio.gather(
        rows_of(store, "entity_adjacent", entity=entity, link="said_about", limit=_BESIDE),
        rows_of(store, "entity_adjacent", entity=entity, link="said_about_by", limit=_BESIDE),
        rows_of(store, "relations", entity=entity, limit=_ROWS),
        rows_of(store, "statements_over_time", speaker=entity),
        rows_of(store, "statements_over_time", about=entity),
    )
    charts: list[tuple[str, str, Chart | None]] = [
        ("Said", "speaker", chart(said, "week")),
        ("Said about", "about", chart(told, "week")),
    ]
    return {
        "neighbours": (
            ("Speaks about", "speaker", "about", speaks_of),
            ("Spoken about by", "about", "speaker", spoken_of_by),
        ),
        "roles": [row for row in relations if row["type"] == "HOLDS_ROLE"],
        "relations": [row for row in relations if row["type"] != "HOLDS_ROLE"],
        "charts": [each for each in charts if each[2]],
    }
