from typing import Literal

SearchBy = Literal["both", "meaning", "words"]

SEARCH_BY_VALUES: set[SearchBy] = {
    "both",
    "meaning",
    "words",
}


def check_search_by(value: str) -> SearchBy:
    if value in SEARCH_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SEARCH_BY_VALUES!r}")
