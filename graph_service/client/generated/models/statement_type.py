from typing import Literal

StatementType = Literal["direct", "indirect", "mixed"]

STATEMENT_TYPE_VALUES: set[StatementType] = {
    "direct",
    "indirect",
    "mixed",
}


def check_statement_type(value: str) -> StatementType:
    if value in STATEMENT_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {STATEMENT_TYPE_VALUES!r}"
    )
