from typing import Literal

EntityType = Literal["Country", "Organisation", "Person", "Place", "WeaponSystem"]

ENTITY_TYPE_VALUES: set[EntityType] = {
    "Country",
    "Organisation",
    "Person",
    "Place",
    "WeaponSystem",
}


def check_entity_type(value: str) -> EntityType:
    if value in ENTITY_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {ENTITY_TYPE_VALUES!r}"
    )
