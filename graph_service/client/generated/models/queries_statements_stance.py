from typing import Literal

QueriesStatementsStance = Literal["negative", "neutral", "positive"]

QUERIES_STATEMENTS_STANCE_VALUES: set[QueriesStatementsStance] = {
    "negative",
    "neutral",
    "positive",
}


def check_queries_statements_stance(value: str) -> QueriesStatementsStance:
    if value in QUERIES_STATEMENTS_STANCE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {QUERIES_STATEMENTS_STANCE_VALUES!r}"
    )
