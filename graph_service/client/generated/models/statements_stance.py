from typing import Literal

StatementsStance = Literal["negative", "neutral", "positive"]

STATEMENTS_STANCE_VALUES: set[StatementsStance] = {
    "negative",
    "neutral",
    "positive",
}


def check_statements_stance(value: str) -> StatementsStance:
    if value in STATEMENTS_STANCE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {STATEMENTS_STANCE_VALUES!r}"
    )
