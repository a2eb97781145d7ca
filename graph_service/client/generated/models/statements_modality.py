from typing import Literal

StatementsModality = Literal[
    "assertion", "belief", "demand", "denial", "intention", "warning"
]

STATEMENTS_MODALITY_VALUES: set[StatementsModality] = {
    "assertion",
    "belief",
    "demand",
    "denial",
    "intention",
    "warning",
}


def check_statements_modality(value: str) -> StatementsModality:
    if value in STATEMENTS_MODALITY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {STATEMENTS_MODALITY_VALUES!r}"
    )
