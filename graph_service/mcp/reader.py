"""What the tools may do with the graph: ask it the public queries, and look up who is meant. They cannot write."""

from collections.abc import Mapping
from typing import Protocol

from graph_service.api import cursors
from graph_service.queries import ParamType, Query, catalogue
from graph_service.search import place_behind, search, search_query
from graph_service.store import GraphStore

Row = dict[str, object]


class Door(Protocol):
    """The way to a store that may not be there yet."""

    async def ready(self) -> GraphStore:
        """The store with its schema in place."""
        ...


class Reader:
    """The public catalogue of one graph."""

    def __init__(self, door: Door) -> None:
        self._door = door

    async def ask(self, name: str, asked: Mapping[str, object]) -> list[Row]:
        """The rows of a named query; entities by name or id.

        Raises:
            BadQuery, NotFound: a parameter is wrong, or nobody has a name.
            StoreUnavailable: Neo4j does not answer.
        """
        query = catalogue()[name]
        return await (await self._door.ready()).read(query, await self._by_id(query, asked))

    async def page(self, name: str, asked: Mapping[str, object]) -> tuple[list[Row], str | None]:
        """The rows of a query with pages, and the cursor of the next page: none where this one is not full.

        Raises:
            BadQuery, NotFound: a parameter is wrong, the cursor belongs to another question, or nobody has a name.
            StoreUnavailable: Neo4j does not answer.
        """
        query = catalogue()[name]
        raw, question = await self._question(query, asked)
        rows = await (await self._door.ready()).read(query, raw)
        full = len(rows) == query.bind(raw)["limit"]
        return rows, cursors.encode(question, query.after(rows[-1])) if full else None

    async def search(self, asked: Mapping[str, object]) -> tuple[list[Row], str | None]:
        """Statements by words and meaning, and the cursor of the next page.

        Raises:
            BadQuery, NotFound: as for ``page``.
            StoreUnavailable: Neo4j does not answer.
        """
        raw, question = await self._question(search_query(), asked)
        rows = await search(await self._door.ready(), raw)
        behind = place_behind(raw, rows)
        return rows, cursors.encode(question, behind) if behind else None

    async def _question(self, query: Query, asked: Mapping[str, object]) -> tuple[Row, Row]:
        """The parameters, and what of them a cursor is bound to."""
        raw = await self._by_id(query, {key: value for key, value in asked.items() if key != "cursor"})
        question = {"query": query.name, **{key: value for key, value in raw.items() if key != "limit"}}
        after = {"after": cursors.decode(question, str(asked["cursor"]))} if "cursor" in asked else {}
        return raw | after, question

    async def _by_id(self, query: Query, asked: Mapping[str, object]) -> Row:
        store = await self._door.ready()
        names = {param.name for param in query.params if param.type is ParamType.ENTITY}
        return {key: await store.resolve(str(value)) if key in names else value for key, value in asked.items()}
