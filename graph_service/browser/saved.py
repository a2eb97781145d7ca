"""The queries of the catalogue as Neo4j Browser saves them: with values in place of the parameters, ready to run."""

from collections.abc import Mapping
from datetime import date

from graph_service.queries import Param, Query, catalogue
from graph_service.queries.text import replace_parameters

#: pictures of the graph first, then the public queries
GROUPS = ("browser", "read")


def saved_queries() -> dict[str, str]:
    """Every saved query by its file's name."""
    return {f"{name}.cypher": saved_query(query) for group in GROUPS for name, query in catalogue(group).items()}


def saved_query(query: Query) -> str:
    """A query as a text for Neo4j Browser.

    Its first line is the title; a line for each parameter says which value stands in its place, and what for. The
    values are examples from the sample articles, or the defaults.
    """
    values = {param.name: _value(param) for param in query.params}
    lines = (f"//   {param.name}: {literal(values[param.name])}, {param.summary}\n" for param in query.params)
    return _title(query) + "".join(lines) + _with_values(query, values)


def asked_query(query: Query, bound: Mapping[str, object]) -> str:
    """A query with the values it was asked with; none of them stands in a comment, which a value might end."""
    return _title(query) + _with_values(query, bound)


def _title(query: Query) -> str:
    return f"// {query.summary.rstrip('.')}\n"


def _with_values(query: Query, values: Mapping[str, object]) -> str:
    written = {name: literal(value) for name, value in values.items()}
    return replace_parameters(query.text_for(values), written).strip() + "\n"


def literal(value: object) -> str:
    """A value as Cypher writes it."""
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case str():
            escaped = value.replace("\\", "\\\\").replace("'", "\\'")
            return f"'{escaped}'"
        case date():
            return f"date('{value.isoformat()}')"
        case list():
            return "[" + ", ".join(map(literal, value)) + "]"
    return str(value)


def _value(param: Param) -> object:
    return param.default if param.example is None else param.example
