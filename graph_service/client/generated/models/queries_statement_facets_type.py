from typing import Literal

QueriesStatementFacetsType = Literal["direct", "indirect", "mixed"]

QUERIES_STATEMENT_FACETS_TYPE_VALUES: set[QueriesStatementFacetsType] = {
    "direct",
    "indirect",
    "mixed",
}


def check_queries_statement_facets_type(value: str) -> QueriesStatementFacetsType:
    if value in QUERIES_STATEMENT_FACETS_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {QUERIES_STATEMENT_FACETS_TYPE_VALUES!r}"
    )
