from typing import Literal

QueriesStatementsOverTimeBucket = Literal["day", "month", "week", "year"]

QUERIES_STATEMENTS_OVER_TIME_BUCKET_VALUES: set[QueriesStatementsOverTimeBucket] = {
    "day",
    "month",
    "week",
    "year",
}


def check_queries_statements_over_time_bucket(
    value: str,
) -> QueriesStatementsOverTimeBucket:
    if value in QUERIES_STATEMENTS_OVER_TIME_BUCKET_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {QUERIES_STATEMENTS_OVER_TIME_BUCKET_VALUES!r}"
    )
