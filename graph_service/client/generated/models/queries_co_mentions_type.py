from typing import Literal

QueriesCoMentionsType = Literal[
    "Country", "Organisation", "Person", "Place", "WeaponSystem"
]

QUERIES_CO_MENTIONS_TYPE_VALUES: set[QueriesCoMentionsType] = {
    "Country",
    "Organisation",
    "Person",
    "Place",
    "WeaponSystem",
}


def check_queries_co_mentions_type(value: str) -> QueriesCoMentionsType:
    if value in QUERIES_CO_MENTIONS_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {QUERIES_CO_MENTIONS_TYPE_VALUES!r}"
    )
