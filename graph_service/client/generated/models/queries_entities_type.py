from typing import Literal

QueriesEntitiesType = Literal[
    "Country", "Organisation", "Person", "Place", "WeaponSystem"
]

QUERIES_ENTITIES_TYPE_VALUES: set[QueriesEntitiesType] = {
    "Country",
    "Organisation",
    "Person",
    "Place",
    "WeaponSystem",
}


def check_queries_entities_type(value: str) -> QueriesEntitiesType:
    if value in QUERIES_ENTITIES_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {QUERIES_ENTITIES_TYPE_VALUES!r}"
    )
