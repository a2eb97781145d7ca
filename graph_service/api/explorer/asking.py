"""A page's parameters put to a named query, exactly as the API reads them."""

from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request

from graph_service.api.explorer.address import Address
from graph_service.api.questions import Question, check_entities, read_question
from graph_service.errors import NotFound
from graph_service.ids import is_entity_id
from graph_service.queries import ParamType, Query, catalogue
from graph_service.search import place_behind, search, search_query
from graph_service.store import GraphStore

Row = dict[str, Any]


async def ask(request: Request, query: Query, store: GraphStore, **params: object) -> Question:
    """The question that these parameters put; names become ids, and a name that fits several is known by its parameter.

    Raises:
        BadQuery, UnknownName, AmbiguousName: as the API does.
    """
    given = {name: str(value) for name, value in params.items() if value not in (None, "")}
    for param in query.params:
        value = given.get(param.name, "")
        if param.type is ParamType.ENTITY and value:
            given[param.name] = await resolve(request, store, param.name, value)
    scope = {**request.scope, "query_string": urlencode(given).encode(), "path_params": {}, "headers": []}
    return await read_question(Request(scope), query, store)


async def resolve(request: Request, store: GraphStore, parameter: str, value: str) -> str:
    """The id of an entity that a parameter of the page names; an error knows the parameter.

    Raises:
        UnknownName, AmbiguousName: as the API does.
    """
    request.state.resolving = parameter
    return value if not value or is_entity_id(value) else await store.resolve(value)


async def answer(question: Question, store: GraphStore) -> list[Row]:
    """The rows of one page.

    Raises:
        UnknownName, EntityMerged: there are none, for an entity that was asked for is not there, or another one now.
    """
    rows = await (search(store, question.raw) if _ranks(question) else store.read(question.query, question.raw))
    if not rows:
        await check_entities(question, store)
    return rows


def following(question: Question, rows: list[Row], here: Address) -> str:
    """The address of the next page of this one; empty where there is none."""
    if _ranks(question):
        behind = place_behind(question.raw, rows)
        found = question.page_behind(behind) if behind else None
    else:
        found = question.next_page(rows)
    if found is None:
        return ""
    cursor = found.rpartition("cursor=")[2]
    return str(here.replacing(cursor=cursor))


def _ranks(question: Question) -> bool:
    return question.query is search_query()


async def rows_of(store: GraphStore, name: str, **params: Any) -> list[Row]:
    """The rows of a query with parameters that need no reading."""
    return await store.read(catalogue()[name], params)


async def one(request: Request, name: str, store: GraphStore, **params: str) -> tuple[Question, Row]:
    """The only row of a query, and the question it answers.

    Raises:
        NotFound: there is none.
    """
    question = await ask(request, catalogue()[name], store, **params)
    rows = await answer(question, store)
    if not rows:
        raise NotFound(f"There is no {name} {' '.join(params.values())}.")
    return question, rows[0]
