"""``/compare``: two speakers on one target, two outlets on one target, or who prints one statement and how."""

import asyncio
from typing import Any, NamedTuple

from fastapi import Request, Response

from graph_service.api.dependencies import StoreDep
from graph_service.api.explorer.address import Address
from graph_service.api.explorer.asking import Row, answer, ask, resolve, rows_of
from graph_service.api.explorer.facets import Spread, spread
from graph_service.api.explorer.rendering import page, page_router
from graph_service.api.questions import refuse_unknown
from graph_service.errors import BadParameter
from graph_service.queries import catalogue
from graph_service.store import GraphStore

#: what can be compared: the filter, and what people call it
SIDES = {"speaker": "speakers", "outlet": "outlets"}
_TAKES = dict.fromkeys(("by", "one", "other", "about", "statement"), str)
_ROWS, _OFFERED = 15, 10
router = page_router()


class Side(NamedTuple):
    """One of the two."""

    name: str
    rows: list[Row]
    spread: Spread
    # all its statements
    href: str


@router.get("/compare")
async def compare(request: Request, store: StoreDep) -> Response:
    """Two columns, the same question in each."""
    refuse_unknown(request, _TAKES)
    here = Address.of(request)
    by = here.given("by") or "speaker"
    if by not in SIDES:
        raise BadParameter(f"Parameter by must be one of {', '.join(SIDES)}.")
    printed = await _printed(store, here.given("statement"))
    about = await resolve(request, store, "about", here.given("about"))
    sides = [await _side(request, store, name, by, about) for name in ("one", "other") if here.given(name)]
    offered = await _offered(request, store, about) if by == "speaker" and len(sides) < 2 else []
    return page(request, "compare.html", by=by, sides=sides, offered=offered, printed=printed, kinds=SIDES)


async def _side(request: Request, store: GraphStore, parameter: str, by: str, about: str) -> Side:
    value = request.query_params[parameter]
    if by == "speaker":
        value = await resolve(request, store, parameter, value)
    question = await ask(request, catalogue()["statements"], store, limit=_ROWS, about=about, **{by: value})
    filters = {name: each for name, each in question.raw.items() if name != "limit"}
    all_of_them = Address("/").replacing(**filters)
    rows, counts = await asyncio.gather(answer(question, store), rows_of(store, "statement_facets", **filters))
    spread_out = spread(counts, all_of_them, filters)
    known = await rows_of(store, "entity", entity=value) if by == "speaker" else []
    return Side(str(known[0]["name"]) if known else value, rows, spread_out, str(all_of_them))


async def _offered(request: Request, store: GraphStore, about: str) -> list[Row]:
    """Who could be compared: those who say most about it."""
    if not about:
        return []
    question = await ask(request, catalogue()["top_speakers_about"], store, about=about, limit=_OFFERED)
    return await answer(question, store)


async def _printed(store: GraphStore, statement: str) -> dict[str, list[dict[str, Any]]]:
    """A statement and those that say the same, by outlet."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in await rows_of(store, "restatements", statement=statement) if statement else []:
        found.setdefault(row["outlet"] or "unknown outlet", []).append(row)
    return found
