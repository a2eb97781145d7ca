"""``/``: one box, what it found, and how to narrow it down."""

import asyncio
from typing import Any

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from graph_service.api.dependencies import ServiceDep
from graph_service.api.explorer.address import Address
from graph_service.api.explorer.asking import Row, answer, ask, following
from graph_service.api.explorer.charts import chart
from graph_service.api.explorer.facets import FACETS, Spread, spread
from graph_service.api.explorer.reading import read_words
from graph_service.api.explorer.rendering import page, page_router, wants_page
from graph_service.api.explorer.snippets import snippets
from graph_service.api.questions import Question
from graph_service.api.routers.pages import index
from graph_service.errors import AmbiguousName, QueryTookTooLong, UnknownName
from graph_service.queries import catalogue
from graph_service.search import search_query
from graph_service.store import GraphStore

#: the query behind the results, and its address; both have the parameters of the page
STATEMENTS, _PATH = "statements", "/v1/statements"
#: the address where the best come first
_SEARCH = "/v1/search"
_FOUND, _ROWS = 6, 25
router = page_router()


@router.get("/")
async def search(request: Request, service: ServiceDep) -> Response:
    """Statements by words and filters; for programs, the addresses to begin with."""
    if not wants_page(request):
        return index()
    store, here = await service.graph.ready(), Address.of(request)
    if read := await _read(here, store):
        return RedirectResponse(str(read), 303)
    # the best by words and meaning, or the newest with all the words
    ranks = bool(here.given("by") and here.given("q"))
    query, path = (search_query(), _SEARCH) if ranks else (catalogue()[STATEMENTS], _PATH)
    asked = here if ranks else here.replacing(by=None, cursor=here.given("cursor"))
    rows_shown = () if here.given("limit") else (("limit", str(_ROWS)),)
    question = await ask(request, query, store, **dict((*asked.params, *rows_shown)))
    rows, spread_out, entities = await asyncio.gather(
        answer(question, store), _spread(question, store, here), _entities(here, store)
    )
    begins = not here.params
    return page(
        request,
        "search.html",
        rows=rows,
        ranks=ranks,
        # what the facets count has all the words, and what ranks has not
        spread=Spread() if ranks else spread_out,
        months=None if ranks else chart(spread_out.months, "month"),
        entities=entities,
        chosen=_chosen(question, here, spread_out),
        following=following(question, rows, here),
        snippets=snippets(request, question, path),
        csv=asked.replacing().at(f"{path}.csv"),
        json=Address(f"{path}.json", (*asked.params, *rows_shown)),
        examples=_examples(spread_out) if begins else (),
        overview=(await store.read(catalogue()["overview"]))[0] if begins else None,
    )


def _examples(spread_out: Spread) -> tuple[str, ...]:
    """What somebody might type, made of who speaks and who is spoken about most."""
    first = {facet.name: [each.label for each in facet.choices] for facet in spread_out.facets}
    speakers, targets = first.get("speaker", []), first.get("about", [])
    pairs = (
        f"{speaker} about {target}" for speaker, target in zip(speakers, targets, strict=False) if speaker != target
    )
    return (*list(pairs)[:2], *targets[2:3])


async def _read(here: Address, store: GraphStore) -> Address | None:
    """The address with filters in place of a text such as "X about Y"; none where its names are nobody's."""
    reading = read_words(here.given("q"))
    if reading is None:
        return None
    for name in reading.filters.values():
        try:
            await store.resolve(name)
        except AmbiguousName:
            continue
        except UnknownName:
            return None
    return here.replacing(q=None, **reading.filters)


async def _spread(question: Question, store: GraphStore, here: Address) -> Spread:
    if question.query.name != STATEMENTS and not any(name in FACETS for name, _ in here.params):
        # what ranks shows no counts, and no filter needs its name from them
        return Spread()
    query = catalogue()["statement_facets"]
    known = {param.name for param in query.params} - {"limit"}
    filters = {name: value for name, value in question.raw.items() if name in known}
    if question.query.name != STATEMENTS:
        filters.pop("q")
    try:
        return spread(await store.read(query, filters), here, filters)
    except QueryTookTooLong:
        # what was found is worth showing without its counts
        return Spread()


async def _entities(here: Address, store: GraphStore) -> list[Row]:
    """Those with a name like the words, where these are all that was asked."""
    if here.params != (("q", here.given("q")),):
        return []
    return await store.read(catalogue()["suggest_entities"], {"name": here.given("q"), "limit": _FOUND})


def _chosen(question: Question, here: Address, spread_out: Spread) -> list[dict[str, Any]]:
    """The filters that hold, each with the address without it."""
    labels = {(facet.name, each.chosen): each.label for facet in spread_out.facets for each in facet.choices}
    titles = {**FACETS, "q": "Words", "since": "From", "until": "Until", "article": "Article", "nested": "Nested"}
    return [
        {
            "name": name,
            "title": titles[name],
            "label": labels.get((name, True), value),
            "href": str(here.replacing(**{name: None})),
        }
        for name, value in here.params
        if name in titles
    ]
