from typing import Literal

Stance = Literal["negative", "neutral", "positive"]

STANCE_VALUES: set[Stance] = {
    "negative",
    "neutral",
    "positive",
}


def check_stance(value: str) -> Stance:
    if value in STANCE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STANCE_VALUES!r}")
