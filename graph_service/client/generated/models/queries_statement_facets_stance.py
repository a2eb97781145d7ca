from typing import Literal

QueriesStatementFacetsStance = Literal["negative", "neutral", "positive"]

QUERIES_STATEMENT_FACETS_STANCE_VALUES: set[QueriesStatementFacetsStance] = {
    "negative",
    "neutral",
    "positive",
}


def check_queries_statement_facets_stance(value: str) -> QueriesStatementFacetsStance:
    if value in QUERIES_STATEMENT_FACETS_STANCE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {QUERIES_STATEMENT_FACETS_STANCE_VALUES!r}"
    )
