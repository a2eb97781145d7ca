from typing import Literal

QueriesStatementsModality = Literal[
    "assertion", "belief", "demand", "denial", "intention", "warning"
]

QUERIES_STATEMENTS_MODALITY_VALUES: set[QueriesStatementsModality] = {
    "assertion",
    "belief",
    "demand",
    "denial",
    "intention",
    "warning",
}


def check_queries_statements_modality(value: str) -> QueriesStatementsModality:
    if value in QUERIES_STATEMENTS_MODALITY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {QUERIES_STATEMENTS_MODALITY_VALUES!r}"
    )
