"""A request's query parameters become the parameters of a named query.

``cursor`` stands for the query's ``after``, ``format`` chooses JSON or CSV, and a parameter that takes an entity takes
its id or any name of it. All else is as the query's header declares it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request

from graph_service.api import cursors
from graph_service.errors import BadParameter, EntityMerged, UnknownParameter
from graph_service.ids import is_entity_id
from graph_service.queries import ParamType, Query
from graph_service.store import GraphStore

FORMATS = ("json", "csv")
CSV_TYPE = "text/csv"
Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Question:
    """A named query as somebody asked it over HTTP."""

    query: Query
    # the address without the parameters
    path: str
    # as they were asked, without the cursor
    asked: dict[str, object]
    # as the query takes them, entities by id
    raw: dict[str, object]
    csv: bool

    def next_page(self, rows: list[dict[str, object]]) -> str | None:
        """The address of the page behind these rows; none where they do not fill the page."""
        if not self.query.pages or len(rows) < self.limit:
            return None
        return self.page_behind(self.query.after(rows[-1]))

    def page_behind(self, after: str) -> str:
        """The address of the page that begins behind a place."""
        cursor = cursors.encode(_bound_to(self.query, self.raw), after)
        return f"{self.path}?{urlencode({**self.asked, 'cursor': cursor}, doseq=True)}"

    @property
    def limit(self) -> int:
        """How many rows a page has."""
        return int(str(self.query.bind(self.raw)["limit"]))

    @property
    def most(self) -> int | None:
        """How many rows were asked for; none where nothing was said of it."""
        return self.limit if "limit" in self.asked else None


async def read_question(request: Request, query: Query, store: GraphStore, *, listing: bool = True) -> Question:
    """The question that a request puts to a query; what stands in the path is a parameter too.

    Only a listing has ``cursor`` and ``format``.

    Raises:
        BadQuery: a parameter is unknown, missing, given twice or not what it must be; or a name fits several entities.
        UnknownName: nobody has a name that was asked for.
    """
    asked = _parameters(request, query, listing)
    raw: dict[str, object] = {**request.path_params, **asked}
    cursor, wanted = raw.pop("cursor", None), raw.pop("format", None)
    if wanted not in (None, *FORMATS):
        raise BadParameter(f"Parameter format must be one of {', '.join(FORMATS)}.")
    query.bind(raw)
    for name, value in _entities(query, raw).items():
        raw[name] = value if is_entity_id(value) else await store.resolve(value)
    asked.pop("cursor", None)
    if cursor is not None:
        raw["after"] = cursors.decode(_bound_to(query, raw), str(cursor))
    return Question(query, request.url.path, asked, raw, _wants_csv(request, wanted))


def _parameters(request: Request, query: Query, listing: bool) -> dict[str, object]:
    known = {each.name: each.type for each in query.params if each.name not in request.path_params | {"after": None}}
    if listing:
        known |= {"cursor": ParamType.STRING} if query.pages else {}
        known |= {"format": ParamType.STRING}
    refuse_unknown(request, known)
    given: dict[str, object] = {}
    for name in request.query_params:
        values = request.query_params.getlist(name)
        if len(values) > 1 and known[name] is not ParamType.STRINGS:
            raise BadParameter(f"Parameter {name} is given {len(values)} times.", advice="Give it once.")
        given[name] = values if len(values) > 1 else values[0]
    return given


def refuse_unknown(request: Request, known: Mapping[str, object]) -> None:
    """Checks that a request has no query parameters but the known ones.

    Raises:
        UnknownParameter: it has.
    """
    unknown = sorted(set(request.query_params) - set(known))
    if unknown:
        expected = ", ".join(sorted(known)) or "none"
        raise UnknownParameter(
            f"Unknown query parameter {unknown[0][:100]}.", advice=f"This address takes: {expected}."
        )


async def check_entities(question: Question, store: GraphStore) -> None:
    """Checks that all ids of entities are there, for an answer without rows: those with rows need no other question.

    Raises:
        UnknownName: one is not there.
        EntityMerged: one was merged into another.
    """
    for value in _entities(question.query, question.raw).values():
        canonical = await store.resolve(value)
        if canonical != value:
            raise EntityMerged(
                f"{value} was merged into {canonical}.",
                entity=value,
                canonical=canonical,
                advice=f"Ask for {canonical}.",
            )


def _entities(query: Query, raw: Row) -> dict[str, str]:
    names = [param.name for param in query.params if param.type is ParamType.ENTITY]
    return {name: str(raw[name]) for name in names if name in raw}


def _bound_to(query: Query, raw: Row) -> dict[str, object]:
    # the next page may have another size
    return {"query": query.name, **{name: value for name, value in raw.items() if name not in ("after", "limit")}}


def _wants_csv(request: Request, wanted: object) -> bool:
    if wanted is not None:
        return wanted == "csv"
    path = request.url.path
    return path.endswith(".csv") or (not path.endswith(".json") and CSV_TYPE in request.headers.get("accept", ""))
