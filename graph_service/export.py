"""Rows out of the graph, however many: page by page, as dictionaries or as CSV."""

import csv
import io
import json
from collections.abc import AsyncIterator, Iterable, Mapping

from graph_service.queries import Query
from graph_service.store import GraphStore

Row = Mapping[str, object]

#: rows fetched at once; the most that the queries give
PAGE = 500
_LINE_END = "\r\n"
# a spreadsheet takes a cell that begins like this for a formula, and runs it
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


async def walk(
    store: GraphStore, query: Query, raw: Mapping[str, object], most: int | None = None
) -> AsyncIterator[dict[str, object]]:
    """All rows of a query with pages, or ``most`` of them, in its order; holds one page in memory.

    A page begins behind the last row of the one before, so what is written meanwhile moves nothing.

    Raises:
        BadQuery: the query has no pages, or its parameters are wrong.
        StoreUnavailable: Neo4j does not answer.
    """
    after, left = raw.get("after"), most
    while left is None or left > 0:
        size = PAGE if left is None else min(PAGE, left)
        rows = await store.read(query, {**raw, "limit": size, "after": after})
        for row in rows:
            yield row
        if len(rows) < size:
            return
        after = query.after(rows[-1])
        left = None if left is None else left - size


def csv_text(rows: Iterable[Row], columns: Iterable[str]) -> str:
    """Rows as CSV lines, without a header.

    Null is empty, true and false are words, several names are joined by "; ", other lists are JSON. A text that a
    spreadsheet would take for a formula begins with an apostrophe.
    """
    lines, keys = io.StringIO(newline=""), tuple(columns)
    csv.writer(lines, lineterminator=_LINE_END).writerows([_cell(row[key]) for key in keys] for row in rows)
    return lines.getvalue()


def csv_header(columns: Iterable[str]) -> str:
    """The header line of a CSV."""
    return ",".join(columns) + _LINE_END


def _cell(value: object) -> object:
    if isinstance(value, str):
        return "'" + value if value.startswith(_FORMULA) else value
    if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
        return _cell("; ".join(value))
    if isinstance(value, bool | list | dict):
        return json.dumps(value, ensure_ascii=False) if value != [] else ""
    return value
