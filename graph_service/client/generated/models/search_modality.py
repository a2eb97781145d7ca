from typing import Literal

SearchModality = Literal[
    "assertion", "belief", "demand", "denial", "intention", "warning"
]

SEARCH_MODALITY_VALUES: set[SearchModality] = {
    "assertion",
    "belief",
    "demand",
    "denial",
    "intention",
    "warning",
}


def check_search_modality(value: str) -> SearchModality:
    if value in SEARCH_MODALITY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SEARCH_MODALITY_VALUES!r}"
    )
