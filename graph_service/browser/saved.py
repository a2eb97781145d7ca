"""The queries of the catalogue as Neo4j Browser saves them: with values in place of the parameters, ready to run."""

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
    title = f"// {query.summary.rstrip('.')}\n"
    values = {param.name: literal(_value(param)) for param in query.params}
    lines = (f"//   {param.name}: {values[param.name]}, {param.summary}\n" for param in query.params)
    return title + "".join(lines) + replace_parameters(query.text, values).strip() + "\n"


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
