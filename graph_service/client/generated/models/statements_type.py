from typing import Literal

StatementsType = Literal["direct", "indirect", "mixed"]

STATEMENTS_TYPE_VALUES: set[StatementsType] = {
    "direct",
    "indirect",
    "mixed",
}


def check_statements_type(value: str) -> StatementsType:
    if value in STATEMENTS_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {STATEMENTS_TYPE_VALUES!r}"
    )
