from typing import Literal

Modality = Literal["assertion", "belief", "demand", "denial", "intention", "warning"]

MODALITY_VALUES: set[Modality] = {
    "assertion",
    "belief",
    "demand",
    "denial",
    "intention",
    "warning",
}


def check_modality(value: str) -> Modality:
    if value in MODALITY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MODALITY_VALUES!r}")
