from typing import Literal

QueriesStatementFacetsModality = Literal[
    "assertion", "belief", "demand", "denial", "intention", "warning"
]

QUERIES_STATEMENT_FACETS_MODALITY_VALUES: set[QueriesStatementFacetsModality] = {
    "assertion",
    "belief",
    "demand",
    "denial",
    "intention",
    "warning",
}


def check_queries_statement_facets_modality(
    value: str,
) -> QueriesStatementFacetsModality:
    if value in QUERIES_STATEMENT_FACETS_MODALITY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {QUERIES_STATEMENT_FACETS_MODALITY_VALUES!r}"
    )
