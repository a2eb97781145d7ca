"""The Cypher catalogue: one file is one named query.

``cypher/read/`` is public, and ``browser`` draws pictures in Neo4j Browser; ``write``, ``doctor`` and ``admin`` are the
service's own. Every file's header is checked when it is loaded (``header.py``), so a query that is here has all its
parameters and its columns declared.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

import graph_service
from graph_service.errors import BadQuery, MissingParameter, UnknownParameter, UnknownQuery
from graph_service.paging import page_key
from graph_service.queries.header import Header, read_header
from graph_service.queries.params import Param, ParamType
from graph_service.queries.text import parameters, without

__all__ = ["Catalogue", "Param", "ParamType", "Query", "catalogue", "cypher_folder", "load"]


#: columns that hold a day
_DAYS = frozenset({"published_at", "last_seen"})


@dataclass(frozen=True, slots=True)
class Query:
    """A named query, with what goes in and what comes out."""

    name: str
    summary: str
    params: tuple[Param, ...]
    # the columns, in order
    returns: tuple[str, ...]
    # the Cypher
    text: str
    # the folder it is in: read, browser, write, doctor or admin
    group: str
    # the columns that tell where the next page begins; empty for a query without pages
    pages: tuple[str, ...] = ()

    def bind(self, raw: Mapping[str, object]) -> dict[str, object]:
        """Every declared parameter with its value for Neo4j.

        Raises:
            UnknownParameter: one that is not declared.
            MissingParameter: one without a default is not there.
            BadParameter: a value is not of its type, or out of bounds.
        """
        known = {param.name for param in self.params}
        for name in raw:
            if name not in known:
                expected = ", ".join(sorted(known)) or "none"
                raise UnknownParameter(f"Query {self.name} has no parameter {name}.", advice=f"It takes: {expected}.")
        return {param.name: self._value(param, raw) for param in self.params}

    def text_for(self, params: Mapping[str, object]) -> str:
        """The Cypher for some bound parameters, without what matters only where others are not null."""
        return without(self.text, frozenset(name for name, value in params.items() if value is None))

    def after(self, row: Mapping[str, object]) -> str:
        """The value of parameter ``after`` for the page that begins behind a row of this query."""
        if not self.pages:
            raise BadQuery(f"Query {self.name} has no pages.")
        return page_key(*(_sortable(name, row[name]) for name in self.pages))

    def _value(self, param: Param, raw: Mapping[str, object]) -> object:
        if param.name in raw:
            return param.coerce(raw[param.name])
        if param.required:
            raise MissingParameter(
                f"Query {self.name} needs parameter {param.name}: {param.summary}.", advice=f"Give {param.expected}."
            )
        return param.default


class Catalogue(Mapping[str, Query]):
    """Queries by name, in alphabetical order."""

    def __init__(self, queries: Iterator[Query]) -> None:
        self._queries = {query.name: query for query in sorted(queries, key=lambda query: query.name)}

    def __getitem__(self, name: str) -> Query:
        """The query of a name.

        Raises:
            UnknownQuery: there is none.
        """
        if name not in self._queries:
            raise UnknownQuery(f"There is no query {name}.", advice="Known are: " + ", ".join(self._queries) + ".")
        return self._queries[name]

    def __contains__(self, name: object) -> bool:
        return name in self._queries

    def __iter__(self) -> Iterator[str]:
        return iter(self._queries)

    def __len__(self) -> int:
        return len(self._queries)


def cypher_folder() -> Path:
    """The catalogue's folder: inside an installed package, at the top of a checkout."""
    package = Path(graph_service.__file__).parent
    installed = package / "cypher"
    return installed if installed.is_dir() else package.parent / "cypher"


@lru_cache
def catalogue(group: str = "read") -> Catalogue:
    """The queries of one folder of ``cypher/``.

    Raises:
        CatalogueError: a file is not well formed; names file and line.
    """
    return Catalogue(load(path, group) for path in sorted((cypher_folder() / group).glob("*.cypher")))


def load(path: Path, group: str) -> Query:
    """The query of one file.

    Raises:
        CatalogueError: the header is not well formed, or does not fit the Cypher.
    """
    header = read_header(path, f"cypher/{group}/{path.name}")
    for key in ("name", "summary"):
        if key not in header.single:
            raise header.error(1, f"{key} is missing")
    if header.single["name"] != path.stem:
        raise header.error(header.lines["name"], f"the name must be the file's: {path.stem}")
    if "continues" in header.single and "returns" in header.single:
        raise header.error(header.lines["returns"], "the file this continues in says what is returned")
    shared = {name: _shared(path, header, group, name, line) for name, line in header.shared.items()}
    ending = shared.get(header.single.get("continues", ""), header)
    if "returns" not in ending.single:
        raise ending.error(1, "returns is missing")
    text = header.text_with({name: each.body for name, each in shared.items()})
    _check_parameters(header, shared, text)
    return Query(
        name=path.stem,
        summary=header.single["summary"],
        params=tuple(header.params.values()),
        returns=ending.columns("returns"),
        text=text,
        group=group,
        pages=header.columns("pages") or ending.columns("pages"),
    )


def _shared(path: Path, header: Header, group: str, name: str, line: int) -> Header:
    """A part of a query that others have too."""
    shared = path.parent / "shared" / f"{name}.cypher"
    if not shared.is_file():
        raise header.error(line, f"there is no shared/{name}.cypher")
    return read_header(shared, f"cypher/{group}/shared/{shared.name}")


def _check_parameters(header: Header, shared: Mapping[str, Header], text: str) -> None:
    for name, line in parameters(header.text).items():
        if name not in header.params:
            raise header.error(line, f"parameter {name} is not declared")
    used = parameters(text)
    for name in used.keys() - header.params.keys():
        part = next((each for each, half in shared.items() if name in parameters(half.text)), next(iter(shared)))
        raise header.error(header.shared[part], f"parameter {name} is not declared, and shared/{part}.cypher uses it")
    for name in header.params.keys() - used.keys():
        raise header.error(header.lines[f"param {name}"], f"parameter {name} is not used")


def _sortable(column: str, value: object) -> str | int | date | None:
    """A column's value as ``page_key`` takes it: rows hold days as texts."""
    if column in _DAYS:
        return date.fromisoformat(str(value)) if value else None
    return value if isinstance(value, int) else str(value)
