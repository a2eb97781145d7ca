from typing import Literal

Restatement = Literal["same meaning", "same words", "summary"]

RESTATEMENT_VALUES: set[Restatement] = {
    "same meaning",
    "same words",
    "summary",
}


def check_restatement(value: str) -> Restatement:
    if value in RESTATEMENT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESTATEMENT_VALUES!r}"
    )
