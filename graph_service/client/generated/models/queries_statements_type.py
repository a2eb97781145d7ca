from typing import Literal

QueriesStatementsType = Literal["direct", "indirect", "mixed"]

QUERIES_STATEMENTS_TYPE_VALUES: set[QueriesStatementsType] = {
    "direct",
    "indirect",
    "mixed",
}


def check_queries_statements_type(value: str) -> QueriesStatementsType:
    if value in QUERIES_STATEMENTS_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {QUERIES_STATEMENTS_TYPE_VALUES!r}"
    )
