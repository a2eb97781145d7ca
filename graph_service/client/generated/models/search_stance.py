from typing import Literal

SearchStance = Literal["negative", "neutral", "positive"]

SEARCH_STANCE_VALUES: set[SearchStance] = {
    "negative",
    "neutral",
    "positive",
}


def check_search_stance(value: str) -> SearchStance:
    if value in SEARCH_STANCE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SEARCH_STANCE_VALUES!r}"
    )
