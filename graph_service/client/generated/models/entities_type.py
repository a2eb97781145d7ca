from typing import Literal

EntitiesType = Literal["Country", "Organisation", "Person", "Place", "WeaponSystem"]

ENTITIES_TYPE_VALUES: set[EntitiesType] = {
    "Country",
    "Organisation",
    "Person",
    "Place",
    "WeaponSystem",
}


def check_entities_type(value: str) -> EntitiesType:
    if value in ENTITIES_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {ENTITIES_TYPE_VALUES!r}"
    )
